package org.lepta.ledger.entry;

/** What the index notes on an entry by rule; every reader of the same blocks notes the same. */
public enum Flag implements Words {
  /** Recorded later after it happened or was decided than the fund's limit allows. */
  LATE,
  /** The same business fact is on the ledger already; without effect in a reported fund. */
  REPEAT,
  /** Its effect would leave the range of exact sums; without effect. */
  OVERFLOW,
  /** A payment of a managed fund under no release. */
  WITHOUT_RELEASE,
  /** An award of nothing. */
  ZERO
}
