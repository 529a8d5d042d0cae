package org.lepta.service.transparency.witness;

import org.lepta.service.transparency.proof.Checkpoint;

/**
 * What a witness knows of a log besides what it was shown. One key stands for one promise: a
 * witness that rebuilds roots signs with another key than one that only watches the log grow.
 */
@FunctionalInterface
public interface OwnRoot {

  /** A witness that only watches: whatever extends what it saw is fine. */
  OwnRoot NONE = checkpoint -> Finding.AGREES;

  /** Compares a checkpoint with the witness's own root of that size. */
  Finding of(Checkpoint checkpoint);

  /** What came of the comparison. */
  enum Finding {
    /** The roots are equal, or the witness does not rebuild. */
    AGREES,
    /** The witness has another root of that size. */
    DIFFERS,
    /** The witness has not come to that size. */
    NOT_YET
  }
}
