package org.lepta.ledger.entry;

/** What an assessment found. */
public enum AssessmentResult implements Words {
  MET,
  NOT_MET,
  PARTLY_MET
}
