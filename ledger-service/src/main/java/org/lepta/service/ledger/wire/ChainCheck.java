package org.lepta.service.ledger.wire;

import org.jspecify.annotations.Nullable;
import org.lepta.service.ledger.BrokenLedgerException;
import org.lepta.service.ledger.BrokenLedgerException.Breach;
import org.lepta.service.ledger.Bytes;
import org.lepta.service.ledger.CommittedBlock;

/**
 * Follows a chain of blocks: each has the next number, and names the header hash of the one before.
 * Not thread-safe.
 */
public final class ChainCheck {
  private long next;
  private @Nullable Bytes lastHash;

  /**
   * Begins with the block of this number, whose previous hash cannot be compared unless it is block
   * 0, which has none.
   */
  public ChainCheck(long first) {
    this.next = first;
    this.lastHash = first == 0 ? Bytes.EMPTY : null;
  }

  /** Begins after a block of which the header hash is known. */
  public ChainCheck(long first, Bytes headerHashBefore) {
    this.next = first;
    this.lastHash = headerHashBefore;
  }

  /** Returns the number of the block to come. */
  public long next() {
    return next;
  }

  /**
   * Takes the next block.
   *
   * @throws BrokenLedgerException if it is not the one that follows; the check stays where it was
   */
  public void accept(CommittedBlock block) {
    accept(block.number(), block.previousHash(), block.headerHash());
  }

  /**
   * Takes the next block's header.
   *
   * @throws BrokenLedgerException if it is not the one that follows; the check stays where it was
   */
  public void accept(long number, Bytes previousHash, Bytes headerHash) {
    if (number != next) {
      throw new BrokenLedgerException(
          Breach.BLOCK_NUMBER, next, "found block " + number + " in its place");
    }
    if (lastHash != null && !lastHash.equals(previousHash)) {
      throw new BrokenLedgerException(
          Breach.PREVIOUS_HASH,
          next,
          "names " + previousHash + ", the block before has " + lastHash);
    }
    lastHash = headerHash;
    next++;
  }
}
