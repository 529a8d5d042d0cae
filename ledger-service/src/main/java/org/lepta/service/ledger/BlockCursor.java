package org.lepta.service.ledger;

import java.time.Duration;
import java.util.Optional;

/**
 * Reads blocks in order and without gaps; each is durable, its data hash is re-computed and its
 * previous hash compared with the header hash of the block before it. Used by one thread.
 */
public interface BlockCursor extends AutoCloseable {

  /**
   * Returns the next block, waiting for it at most this long.
   *
   * @return the block, or empty if none was committed in time
   * @throws BrokenLedgerException if the block contradicts itself or the one before; the cursor
   *     stays where it is
   * @throws UnreachableException if the ledger cannot be asked
   */
  Optional<CommittedBlock> next(Duration timeout) throws InterruptedException, UnreachableException;

  @Override
  void close();
}
