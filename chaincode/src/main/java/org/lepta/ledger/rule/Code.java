package org.lepta.ledger.rule;

/**
 * Why an entry or a transaction is refused, in order of precedence: where several apply, the first
 * is told. The names are stable and part of the public interface (docs/reference/errors).
 */
public enum Code {
  /** The request is not canonical JSON of the expected shape. */
  REQUEST_MALFORMED,
  /** The request holds more entries or bytes than one transaction takes. */
  REQUEST_TOO_LARGE,
  /**
   * The signing identity belongs to no member, or to another organisation than the request says.
   */
  NOT_A_MEMBER,
  /** This number of the organisation's batches is taken by other content. */
  BATCH_NUMBER_TAKEN,
  /** A batch to be sealed is missing, or was sealed before. */
  SEAL_GAP,
  /** The entry is not canonical JSON, or a field is unknown, missing or of a wrong form. */
  ENTRY_MALFORMED,
  /** The canonical bytes exceed what a leaf can hold. */
  ENTRY_TOO_LARGE,
  /** An id is empty, too long, or holds characters that no id may hold. */
  ID_INVALID,
  /** An id is of a kind that names a person. */
  PERSONAL_ID,
  /** A code, handle or position is not of the form its field asks for. */
  WORD_INVALID,
  /** A date is out of range, or a period ends before it begins. */
  DATE_INVALID,
  /** An amount is negative, zero where it must not be, too large, or parts do not add up. */
  AMOUNT_INVALID,
  /** This rules version does not take the kind yet. */
  KIND_NOT_YET,
  /** The kind is recorded by a lane transaction, or must not be in one. */
  WRONG_TRANSACTION,
  /** The ledger was started already. */
  ALREADY_STARTED,
  /** Only the first member, or the organisation concerned, may record this. */
  NOT_ENTITLED,
  /** The named organisation is not registered. */
  ORGANISATION_UNKNOWN,
  /** The named fund is not registered. */
  FUND_UNKNOWN,
  /** Only the owner of a managed fund records what posts to it. */
  NOT_FUND_OWNER,
  /** A managed fund takes only the units it declares. */
  UNIT_NOT_DECLARED,
  /** The same id is recorded with other content; the detail names the first differing field. */
  EXISTS_WITH_OTHER_CONTENT,
  /** Halves of a transfer must stand next to each other, out before in, and agree. */
  TRANSFER_UNPAIRED,
  /** The named grant is not recorded in this fund. */
  GRANT_UNKNOWN,
  /** The grant has no tranche of that number. */
  TRANCHE_UNKNOWN,
  /** The named release is not recorded in this fund, or is of another grant or unit. */
  RELEASE_UNKNOWN,
  /** The corrected entry is not recorded, or is of another fund, unit or smaller amount. */
  TARGET_UNKNOWN,
  /** The ledger continues no previous log, or that log had no such leaf. */
  PREVIOUS_UNKNOWN,
  /** A condition of the tranche does not hold. */
  CONDITION_NOT_MET,
  /** The device is not registered for that person. */
  DEVICE_UNKNOWN,
  /** The signature does not verify over the stated release. */
  SIGNATURE_INVALID,
  /** Fewer different people approved than the fund's rule asks for. */
  APPROVALS_MISSING,
  /** The free balance does not cover it. */
  FREE_NOT_ENOUGH,
  /** What is awarded and not yet released or paid does not cover it. */
  AWARDED_NOT_ENOUGH,
  /** The tranche's rest does not cover it. */
  TRANCHE_NOT_ENOUGH,
  /** The release's rest does not cover it. */
  RELEASE_NOT_ENOUGH,
  /** The money of what should be corrected is spent; reduce it by amendment. */
  ALREADY_SPENT,
  /** A sum would leave the range of exact amounts. */
  OVERFLOW
}
