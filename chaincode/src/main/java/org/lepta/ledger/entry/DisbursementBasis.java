package org.lepta.ledger.entry;

/** What a disbursement is, beyond an advance to the receiver. */
public enum DisbursementBasis implements Words {
  /** It repays what the grantee has spent. */
  REIMBURSEMENT,
  /** The sum of all payments up to the day the publisher wrote it. */
  TO_DATE
}
