package org.lepta.ledger.entry;

/** What the givers allow a fund to be used for. */
public enum Restriction implements Words {
  RESTRICTED,
  DESIGNATED,
  UNRESTRICTED,
  ENDOWMENT
}
