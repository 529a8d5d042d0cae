package org.lepta.service.exchange;

/**
 * Why one line of a file is not recorded, in order of precedence; its neighbours are. The names are
 * stable (docs/reference/imports).
 */
public enum RejectCode {
  /** It is not an object of the kind that stands there. */
  RECORD_UNREADABLE,
  /** It has no id. */
  ID_MISSING,
  /** Its id cannot stand on the ledger. */
  ID_INVALID,
  /** It names nobody whose statement it is, or not by an id. */
  FUNDER_MISSING,
  /** It has no amount. */
  AMOUNT_MISSING,
  /** Its unit is missing or unknown. */
  UNIT_UNKNOWN,
  /** Its amount is no decimal number. */
  AMOUNT_UNREADABLE,
  /** Its amount is larger than the ledger takes. */
  AMOUNT_TOO_LARGE,
  /** An award below nothing. */
  AMOUNT_NEGATIVE,
  /** Its type is missing, unknown or said twice. */
  TYPE_UNKNOWN,
  /** Its id stood in this file before, with other content. */
  ID_REPEATED,
  /** Its fund is managed on this ledger, where only its owner records. */
  FUND_MANAGED,
  /** The ledger refused it; the message begins with the ledger's code. */
  LEDGER_REFUSED
}
