package org.lepta.service.command.move;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.lepta.service.Projections;
import org.lepta.service.indexing.IndexedLog;
import org.lepta.service.indexing.Indexer;
import org.lepta.service.indexing.read.Index;
import org.lepta.service.indexing.read.Lineage;
import org.lepta.service.ledger.Ledger;
import org.lepta.service.ledger.Member;
import org.lepta.service.ledger.UnreachableException;
import org.lepta.service.moving.Move;
import org.lepta.service.moving.MoveException;
import org.lepta.service.moving.MoveException.Code;
import org.lepta.service.moving.OldLog;
import org.lepta.service.transparency.log.TransparencyLog;
import org.lepta.service.transparency.proof.Policy;

/** The new ledger, and the data folder of the service that is to go on with it. For one thread. */
public final class MoveTarget implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Path data;
  private final String channel;
  private final Ledger ledger;
  private final DataSource database;
  private final Indexer indexer;

  private MoveTarget(Path data, String channel, Ledger ledger, DataSource database) {
    this.data = data;
    this.channel = channel;
    this.ledger = ledger;
    this.database = database;
    this.indexer = new Indexer(ledger, database, Projections.standard());
  }

  /**
   * Begins to index the new ledger.
   *
   * @param data folder of the service that is to go on
   * @param ledger the new one, with the identities that record on it; stays open
   * @param database of the folder's index
   */
  public static MoveTarget open(Path data, String channel, Ledger ledger, DataSource database)
      throws SQLException, InterruptedException, UnreachableException {
    Flyway.configure().dataSource(database).load().migrate();
    MoveTarget target = new MoveTarget(data, channel, ledger, database);
    target.indexer.start();
    return target;
  }

  Ledger ledger() {
    return ledger;
  }

  DataSource database() {
    return database;
  }

  Path data() {
    return data;
  }

  String channel() {
    return channel;
  }

  /**
   * Refuses to begin where somebody has no identity.
   *
   * @throws MoveException with MOVE_MEMBER_MISSING
   */
  void requireIdentities(List<Member> members) throws MoveException {
    for (Member member : members) {
      if (ledger.find(member.organisation()).isEmpty()) {
        throw new MoveException(
            Code.MOVE_MEMBER_MISSING,
            member.organisation()
                + " records on the old ledger and has no identity here to sign"
                + " with on the new one");
      }
    }
  }

  /**
   * Refuses a ledger that was not started by the move of this log; one that is not started is fine.
   *
   * @param origin of the old log
   * @throws MoveException with MOVE_TARGET_FOREIGN
   */
  void requireEmptyOrAfter(String origin)
      throws InterruptedException, UnreachableException, MoveException {
    if (!indexer.awaitBlock(ledger.height() - 1, PATIENCE)) {
      throw new IllegalStateException(
          "the new ledger is not indexed", indexer.broken().orElse(null));
    }
    Index index = new Index(database);
    if (index.size() > 0
        && new Lineage(index).previous().filter(log -> log.origin().equals(origin)).isEmpty()) {
      throw new MoveException(
          Code.MOVE_TARGET_FOREIGN,
          "the new ledger has %d entries and does not continue the log %s"
              .formatted(index.size(), origin));
    }
  }

  /** Prepares the move of a log. */
  Move move(OldLog old) {
    return new Move(old, ledger, indexer, log());
  }

  private IndexedLog log() {
    return IndexedLog.of(database, indexer);
  }

  /** Makes the key of the new log, or finds it, and returns its public half. */
  String logKey(String origin) throws IOException, SQLException {
    try (TransparencyLog log = TransparencyLog.open(data, origin, Policy.none(), database, log())) {
      String vkey = log.state().vkey();
      if (vkey == null) {
        throw new IOException("the new log has no key: " + log.state().alarm());
      }
      return vkey;
    }
  }

  @Override
  public void close() {
    indexer.close();
  }
}
