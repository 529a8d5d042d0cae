package org.lepta.ledger.entry;

/** Whether an entry happened outside, is ours to make, or moves nothing (postings section 1). */
public enum KindClass {
  /** Happened outside; never refused for its sums. */
  FACT,
  /** Ours to make; refused when the free balance or a rule does not cover it. */
  DECISION,
  /** Moves nothing. */
  NOTE
}
