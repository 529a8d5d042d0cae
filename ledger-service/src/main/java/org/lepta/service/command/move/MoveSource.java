package org.lepta.service.command.move;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.lepta.ledger.entry.Entry;
import org.lepta.service.Projections;
import org.lepta.service.indexing.IndexedEntries;
import org.lepta.service.indexing.IndexedLog;
import org.lepta.service.indexing.Indexer;
import org.lepta.service.indexing.read.Index;
import org.lepta.service.indexing.read.Lineage;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.ledger.Member;
import org.lepta.service.ledger.UnreachableException;
import org.lepta.service.ledger.embedded.EmbeddedLedger;
import org.lepta.service.ledger.embedded.EmbeddedSettings;
import org.lepta.service.ledger.recording.RecordResult;
import org.lepta.service.ledger.recording.Recorder;
import org.lepta.service.moving.MoveException;
import org.lepta.service.moving.MoveException.Code;
import org.lepta.service.moving.OldLog;
import org.lepta.service.moving.Succession;
import org.lepta.service.transparency.SaltedText;
import org.lepta.service.transparency.TextStore;
import org.lepta.service.transparency.log.ClosedLog;
import org.lepta.service.transparency.log.LogState;
import org.lepta.service.transparency.log.TransparencyLog;
import org.lepta.service.transparency.proof.Checkpoint;
import org.lepta.service.transparency.proof.Policy;

/** The embedded ledger that is to be moved, with its index. For one thread. */
public final class MoveSource implements AutoCloseable {

  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final int LOOKS = 300;

  private final Path data;
  private final DataSource database;
  private final EmbeddedLedger ledger;
  private final Indexer indexer;
  private final Recorder recorder;

  private MoveSource(Path data, DataSource database, EmbeddedLedger ledger) {
    this.data = data;
    this.database = database;
    this.ledger = ledger;
    this.indexer = new Indexer(ledger, database, Projections.standard());
    this.recorder = new Recorder(ledger, database, new IndexedEntries(database, indexer));
  }

  /**
   * Opens the ledger in a data folder, and waits until its index has everything.
   *
   * @param database of the folder's index
   * @throws org.lepta.service.ledger.embedded.FolderInUseException if a service has it open
   */
  public static MoveSource open(Path data, DataSource database)
      throws IOException, SQLException, InterruptedException, UnreachableException {
    Flyway.configure().dataSource(database).load().migrate();
    MoveSource source =
        new MoveSource(
            data, database, EmbeddedLedger.open(EmbeddedSettings.ofLepta(data.resolve("ledger"))));
    try {
      source.indexer.start();
      source.recorder.resume();
      source.settle();
      return source;
    } catch (SQLException | InterruptedException | UnreachableException | RuntimeException e) {
      source.close();
      throw e;
    }
  }

  /** Whether there is an embedded ledger in a data folder. */
  public static boolean isIn(Path data) {
    return Files.isRegularFile(data.resolve("ledger").resolve("blocks"));
  }

  DataSource database() {
    return database;
  }

  Path data() {
    return data;
  }

  /** The organisations that record on it, in the order of their admission. */
  List<Member> members() {
    return ledger.list().isEmpty()
        ? List.of()
        : recorder.admitted(ledger.list().getFirst().organisation());
  }

  /**
   * The member who started it.
   *
   * @throws MoveException with MOVE_SOURCE_MISSING if nobody did
   */
  public String first() throws MoveException {
    List<Member> members = members();
    if (members.isEmpty()) {
      throw new MoveException(
          Code.MOVE_SOURCE_MISSING, "the ledger in " + data + " was never started");
    }
    return members.getFirst().organisation();
  }

  /** How many entries its log has. */
  public long size() {
    return new Index(database).size();
  }

  /** The name of its log. */
  String origin() throws IOException, MoveException {
    return ClosedLog.lastOf(data)
        .map(Checkpoint::origin)
        .orElseThrow(() ->
            new MoveException(
                Code.MOVE_NOT_PUBLISHED, "nothing was published yet; run the service once"));
  }

  /**
   * Refuses a ledger that was moved to another one than this.
   *
   * @throws MoveException with MOVE_DONE_ELSEWHERE
   */
  void requireNoOther(Sha256 firstBlock) throws MoveException {
    Lineage.Successor successor = successor().orElse(null);
    if (successor != null && !successor.firstBlock().equals(firstBlock.hex())) {
      throw new MoveException(
          Code.MOVE_DONE_ELSEWHERE,
          "entry %d names the ledger whose block 0 is %s, not %s"
              .formatted(successor.entry().index(), successor.firstBlock(), firstBlock.hex()));
    }
  }

  /**
   * Ends the ledger: its last entry names the new one, and stands under its last checkpoint. Done
   * again, it finds both.
   *
   * @param firstBlock of the new ledger, which names it
   * @param newOrigin name of the log that continues this one
   * @throws MoveException with MOVE_NOT_PUBLISHED
   */
  OldLog end(Sha256 firstBlock, String newOrigin)
      throws IOException, SQLException, InterruptedException, MoveException {
    if (!isEnded()) {
      // A log that cannot be published must not end.
      published();
      recordLast(Succession.entry(first(), firstBlock, keep(newOrigin)));
      settle();
    }
    return published();
  }

  /** Whether its last entry names another ledger. */
  public boolean isEnded() {
    return successor().isPresent();
  }

  private Optional<Lineage.Successor> successor() {
    return new Lineage(new Index(database)).successor();
  }

  /**
   * The log as it is now, all of it published.
   *
   * @throws MoveException with MOVE_NOT_PUBLISHED
   */
  OldLog published() throws IOException, SQLException, InterruptedException, MoveException {
    IndexedLog leaves = IndexedLog.of(database, indexer);
    Checkpoint last = publish(origin(), leaves);
    return new OldLog(leaves, last.origin(), last.size(), last.root());
  }

  private void recordLast(Entry last) throws InterruptedException, MoveException {
    RecordResult result = recorder.record(first(), List.of(last)).getFirst();
    if (result instanceof RecordResult.Refused no) {
      throw new IllegalStateException("the old ledger does not end: " + no);
    }
  }

  /** The name of the new log is a text like others, durable before its hash is recorded. */
  private SaltedText keep(String newOrigin) {
    try (TextStore texts = TextStore.open(data.resolve("texts"))) {
      SaltedText text = SaltedText.salted(newOrigin, null, new SecureRandom());
      texts.put(text);
      texts.sync();
      return text;
    }
  }

  private Checkpoint publish(String origin, IndexedLog leaves)
      throws IOException, SQLException, InterruptedException, MoveException {
    long size = new Index(database).size();
    try (TransparencyLog log =
        TransparencyLog.open(data, origin, Policy.none(), database, leaves)) {
      log.start();
      LogState state = log.state();
      for (int i = 0; i < LOOKS && isUnderWay(state, size); i++) {
        log.awaitPublished(size, LOOK);
        state = log.state();
      }
      Checkpoint published = state.published();
      if (published == null || published.size() != size || state.alarm() != null) {
        throw new MoveException(
            Code.MOVE_NOT_PUBLISHED,
            "of %d entries %d are published: %s"
                .formatted(size, state.publishedSize(), state.alarm()));
      }
      return published;
    }
  }

  private static boolean isUnderWay(LogState state, long size) {
    LogState.Alarm alarm = state.alarm();
    return state.publishedSize() < size && (alarm == null || alarm.code().mayPass());
  }

  private void settle() throws InterruptedException {
    while (!indexer.awaitBlock(ledger.height() - 1, LOOK)) {
      if (indexer.broken().isPresent()) {
        throw indexer.broken().orElseThrow();
      }
    }
  }

  @Override
  public void close() throws IOException {
    recorder.close();
    indexer.close();
    ledger.close();
  }
}
