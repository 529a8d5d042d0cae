package org.lepta.service.ledger;

/**
 * The ledger contradicts itself. Whoever meets this stops, keeps the evidence and becomes unhealthy;
 * it is never skipped.
 */
public final class BrokenLedgerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What was found broken. */
  public enum Breach {
    /** Bytes that are no block, or a block without a part that every block has. */
    MALFORMED,
    /** A stored checksum does not fit its bytes. */
    CHECKSUM,
    /** A block's number does not follow the one before it. */
    BLOCK_NUMBER,
    /** A block's data hash is not that of its envelopes. */
    DATA_HASH,
    /** A block's previous hash is not the header hash of the block before it. */
    PREVIOUS_HASH,
    /** The stored verdict on a transaction is not the one that its content and the rules give. */
    VALIDATION,
    /** A block's commit hash is not that of its verdicts, its updates and the blocks before. */
    COMMIT_HASH,
    /** A signature of the orderer does not hold. */
    SIGNATURE,
    /** Blocks that were durable are gone. */
    TRUNCATED,
    /** A member of the channel has no identity here, or a damaged one. */
    IDENTITY
  }

  private final Breach breach;
  private final long block;

  /** Creates the exception for the block of this number, -1 if it belongs to none. */
  public BrokenLedgerException(Breach breach, long block, String detail) {
    super(message(breach, block, detail));
    this.breach = breach;
    this.block = block;
  }

  /** Creates the exception with its cause. */
  public BrokenLedgerException(Breach breach, long block, String detail, Throwable cause) {
    super(message(breach, block, detail), cause);
    this.breach = breach;
    this.block = block;
  }

  /** Returns what was found broken. */
  public Breach breach() {
    return breach;
  }

  /** Returns the number of the block, or -1 if it belongs to none. */
  public long block() {
    return block;
  }

  private static String message(Breach breach, long block, String detail) {
    return "LEDGER_BROKEN_" + breach + (block < 0 ? ": " : " at block " + block + ": ") + detail;
  }
}
