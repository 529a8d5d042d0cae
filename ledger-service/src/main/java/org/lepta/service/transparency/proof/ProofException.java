package org.lepta.service.transparency.proof;

/** A proof does not prove what it was given for. Checked, so that no caller can overlook it. */
public final class ProofException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** Says which check failed and, in a sentence, on what. */
  public ProofException(Reason reason, String detail) {
    super(detail);
    this.reason = reason;
  }

  /** Returns the check that failed. */
  public Reason reason() {
    return reason;
  }

  /** The checks, in the order in which they are made. */
  public enum Reason {
    /** A hash has not exactly 32 bytes. */
    MALFORMED_HASH,
    /** A tree size is negative, or the old tree is larger than the new one. */
    SIZE_OUT_OF_RANGE,
    /** The leaf index is negative or not below the tree size. */
    INDEX_OUT_OF_RANGE,
    /** Hashes are left over when the path has reached the root. */
    PROOF_TOO_LONG,
    /** The hashes end before the path has reached the root. */
    PROOF_TOO_SHORT,
    /** The proof leads to another root of the older tree. */
    OLD_ROOT_DIFFERS,
    /** The proof leads to another root. */
    ROOT_DIFFERS
  }
}
