package org.lepta.ledger.entry;

/** What an income that is not a gift comes from. */
public enum IncomeType implements Words {
  INTEREST,
  ENDOWMENT,
  RETURN_ON_ASSETS,
  OTHER
}
