package org.lepta.service.indexing.read;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.lepta.service.indexing.Indexer;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.ledger.BlockCursor;
import org.lepta.service.ledger.BlockSource;
import org.lepta.service.ledger.CommittedBlock;
import org.lepta.service.ledger.CommittedTransaction;
import org.lepta.service.ledger.UnreachableException;
import org.lepta.service.transparency.proof.MerkleHash;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Tells how far ledger, index and log came. Thread-safe. */
@Component
public final class StatusReader {

  private final Index index;
  private final Indexer indexer;
  private final BlockSource ledger;
  private final Clock clock;

  @Autowired
  public StatusReader(Index index, Indexer indexer, BlockSource ledger) {
    this(index, indexer, ledger, Clock.systemUTC());
  }

  StatusReader(Index index, Indexer indexer, BlockSource ledger, Clock clock) {
    this.index = index;
    this.indexer = indexer;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** The state at this moment. */
  public LedgerStatus read() {
    LedgerStatus indexed = index.snapshot(this::indexed);
    try {
      long ledgerHeight = Math.max(ledger.height(), indexed.height());
      return new LedgerStatus(
          indexed.height(),
          ledgerHeight,
          ledgerHeight == indexed.height() ? 0 : ageOf(indexed.height()),
          indexed.size(),
          indexed.root(),
          indexed.healthy());
    } catch (UnreachableException e) {
      return new LedgerStatus(
          indexed.height(), indexed.height(), 0, indexed.size(), indexed.root(), false);
    }
  }

  private LedgerStatus indexed() {
    Sha256 root =
        index
            .one(
                "SELECT root FROM block_root ORDER BY block DESC LIMIT 1",
                (row, n) -> Sha256.of(row.getBytes(1)))
            .orElse(MerkleHash.EMPTY);
    long height = index.height();
    return new LedgerStatus(height, height, 0, index.size(), root, indexer.broken().isEmpty());
  }

  private long ageOf(long block) throws UnreachableException {
    try (BlockCursor cursor = ledger.open(block)) {
      Instant now = clock.instant();
      return cursor
          .next(Duration.ZERO)
          .map(found -> Math.max(0, Duration.between(timeOf(found, now), now).toSeconds()))
          .orElse(0L);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  private static Instant timeOf(CommittedBlock block, Instant otherwise) {
    return block.transactions().stream()
        .map(CommittedTransaction::timestamp)
        .max(Instant::compareTo)
        .orElse(otherwise);
  }
}
