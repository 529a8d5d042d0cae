package org.lepta.ledger.entry;

/** What spending was for. */
public enum SpendClass implements Words {
  PROGRAMME,
  RUNNING,
  FUNDRAISING,
  FEE
}
