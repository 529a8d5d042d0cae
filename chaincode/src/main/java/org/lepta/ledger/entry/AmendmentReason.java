package org.lepta.ledger.entry;

/** Why a grant changed; an error is a correction instead. */
public enum AmendmentReason implements Words {
  MORE,
  LESS,
  CANCELLED,
  DATES,
  CONDITIONS
}
