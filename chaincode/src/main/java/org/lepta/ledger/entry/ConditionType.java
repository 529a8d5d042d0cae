package org.lepta.ledger.entry;

/** What must hold before a tranche may be released. */
public enum ConditionType implements Words {
  /** The date {@code on} is reached. */
  DATE,
  /** The release names at least {@code count} documents. */
  EVIDENCE,
  /** An assessment says this tranche is met. */
  MILESTONE,
  /** The receiver has confirmed the previous tranche. */
  CONFIRMATION
}
