package org.lepta.service.ledger;

/** Hands out the ledger's committed blocks; may be used from any number of threads. */
public interface BlockSource {

  /**
   * Returns the number of durable blocks, so the last one's number is one less.
   *
   * @throws UnreachableException if the ledger cannot be asked
   */
  long height() throws UnreachableException;

  /**
   * Opens a cursor that begins with the given block, which need not exist yet.
   *
   * @param fromBlock number of the first block to hand out, from 0
   * @throws UnreachableException if the ledger cannot be asked
   */
  BlockCursor open(long fromBlock) throws UnreachableException;
}
