package org.lepta.service.moving;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import org.lepta.service.indexing.Indexer;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.ledger.Ledger;
import org.lepta.service.ledger.UnreachableException;
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
  }

  /** Is told how far the move came. */
  @FunctionalInterface
  public interface Progress {

    /** So many leaves of the old log are done. */
    void at(long leaves);
  }

  /**
   * Records everything on a ledger that is thrown away, so that a log never ends which then cannot
   * move.
   *
   * @param old as it is now
   * @param trial an empty ledger, with the identity of every member of the old one
   * @throws MoveException with MOVE_ENTRY_REFUSED
   */
  public static void rehearse(OldLog old, Ledger trial, String channel, Progress progress)
      throws SQLException, IOException, InterruptedException, UnreachableException, MoveException {
    Carrying carrying = new Carrying(old, trial);
    carrying.start(channel);
    carrying.carry(0, progress);
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
    Carrying carrying = new Carrying(old, ledger);
    settle();
    if (size() == 0) {
      carrying.start(channel);
      settle();
    }
    long from = new Walk(old, fresh, size()).next();
    progress.at(from);
    carrying.carry(from, progress);
    settle();
    new Walk(old, fresh, size()).whole();
    return fresh.next(0, ALL).orElseThrow();
  }

  /** Returns what names a ledger: the header hash of its block 0. */
  public static Sha256 firstBlock(Ledger ledger) throws InterruptedException, UnreachableException {
    return Carrying.firstBlock(ledger);
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
