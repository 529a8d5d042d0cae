package org.lepta.ledger.entry;

/** Whether a fund is kept here or only reported here. */
public enum FundMode implements Words {
  /** Its owner keeps it on this ledger; decisions are checked against its balance. */
  MANAGED,
  /** Another publisher states it; statements are taken as they are. */
  REPORTED
}
