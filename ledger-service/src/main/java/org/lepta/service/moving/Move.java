package org.lepta.service.moving;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Genesis;
import org.lepta.ledger.entry.Hash;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.Through;
import org.lepta.ledger.rule.Versions;
import org.lepta.service.indexing.Indexer;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.ledger.BlockCursor;
import org.lepta.service.ledger.Ledger;
import org.lepta.service.ledger.Member;
import org.lepta.service.ledger.UnreachableException;
import org.lepta.service.ledger.recording.InOrder;
import org.lepta.service.ledger.recording.RecordResult;
import org.lepta.service.moving.MoveException.Code;
import org.lepta.service.transparency.log.BlockEnd;
import org.lepta.service.transparency.log.LogSource;

/**
 * One move of a log onto a new ledger, or the rest of one. For one thread, and while nobody else
 * records on the new ledger.
 */
public final class Move {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** More leaves than any log has. */
  private static final long ALL = 1L << 50;

  private final OldLog old;
  private final Ledger ledger;
  private final Indexer indexer;
  private final LogSource fresh;
  private final InOrder sender;

  /**
   * Prepares a move.
   *
   * @param ledger the new one, with the identity of every member of the old one
   * @param indexer of the new ledger, running
   * @param fresh the log that it computes
   */
  public Move(OldLog old, Ledger ledger, Indexer indexer, LogSource fresh) {
    this.old = old;
    this.ledger = ledger;
    this.indexer = indexer;
    this.fresh = fresh;
    this.sender = new InOrder(ledger);
  }

  /** Is told how far the move came. */
  @FunctionalInterface
  public interface Progress {

    /** So many leaves of the old log are done. */
    void at(long leaves);
  }

  /**
   * Moves what is not moved yet, then reads both logs side by side.
   *
   * @param channel of the new ledger
   * @return size and root of the new log
   * @throws MoveException MOVE_TARGET_FOREIGN, MOVE_ENTRY_REFUSED or MOVE_DIFFERS
   * @throws org.lepta.service.ledger.recording.RecordingException if the fate of some entries could
   *     not be learned; moving again goes on
   */
  public BlockEnd run(String channel, Progress progress)
      throws SQLException, IOException, InterruptedException, UnreachableException, MoveException {
    settle();
    if (size() == 0) {
      start(channel);
      settle();
    }
    long from = new Walk(old, fresh, size()).next();
    progress.at(from);
    carry(from, progress);
    settle();
    new Walk(old, fresh, size()).whole();
    return fresh.next(0, ALL).orElseThrow();
  }

  /** The new log continues the old one from its very first entry. */
  private void start(String channel)
      throws SQLException, IOException, InterruptedException, UnreachableException {
    Numbered first = new LeafCursor(old.leaves(), 0, 1).next();
    String organisation = ((Genesis) first(first).body()).organisation();
    Entry genesis =
        new Entry(
            Header.of(channel, organisation),
            new Genesis(
                channel,
                new Hash(firstBlock(ledger).hex()),
                Versions.LEAF,
                Versions.RULES,
                organisation,
                ledger.find(organisation).orElseThrow().mspId(),
                null,
                old.origin(),
                old.size(),
                new Hash(old.root().hex())));
    sender.start(organisation, genesis);
  }

  private static Entry first(@Nullable Numbered leaf) {
    if (leaf == null) {
      throw new IllegalStateException("the old log is empty");
    }
    return leaf.entry();
  }

  /** Returns what names a ledger: the header hash of its block 0. */
  public static Sha256 firstBlock(Ledger ledger) throws InterruptedException, UnreachableException {
    try (BlockCursor cursor = ledger.open(0)) {
      return Sha256.of(cursor.next(PATIENCE).orElseThrow().headerHash().toArray());
    }
  }

  private void carry(long from, Progress progress)
      throws SQLException, IOException, InterruptedException, MoveException {
    Map<String, String> mspIds =
        ledger.list().stream().collect(Collectors.toMap(Member::organisation, Member::mspId));
    Packing packing =
        new Packing(new LeafCursor(old.leaves(), from, old.size()), new Carried(mspIds));
    for (Step step = packing.next(); step != null; step = packing.next()) {
      requireTaken(step, send(step));
      progress.at(step.next());
    }
    progress.at(old.size());
  }

  private List<RecordResult> send(Step step) throws InterruptedException {
    return step.through() == Through.BATCH
        ? sender.batch(step.organisation(), step.entries())
        : sender.lane(step.organisation(), step.entries());
  }

  private static void requireTaken(Step step, List<RecordResult> results) throws MoveException {
    for (int i = 0; i < results.size(); i++) {
      if (results.get(i) instanceof RecordResult.Refused no) {
        Entry entry = step.entries().get(i);
        throw new MoveException(
            Code.MOVE_ENTRY_REFUSED,
            "entry %d of the old ledger, %s: %s %s"
                .formatted(entry.header().moved(), entry.qualifiedId(), no.code(), no.detail()));
      }
    }
  }

  private long size() throws SQLException {
    return fresh.next(0, ALL).map(BlockEnd::size).orElse(0L);
  }

  private void settle() throws InterruptedException, UnreachableException {
    long newest = ledger.height() - 1;
    if (!indexer.awaitBlock(newest, PATIENCE)) {
      throw new IllegalStateException(
          "the new ledger is not indexed", indexer.broken().orElse(null));
    }
  }
}
