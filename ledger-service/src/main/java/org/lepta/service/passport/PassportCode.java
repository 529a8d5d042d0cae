package org.lepta.service.passport;

/**
 * What is wrong with a passport, beyond its proofs (docs/reference/passports); in the order in
 * which it is checked, with the codes of receipts after the first two.
 */
public enum PassportCode {
  /** More bytes or leaves than a passport has. */
  PASSPORT_TOO_LARGE,
  /** Not JSON of the one form. */
  PASSPORT_MALFORMED,
  /** A leaf's bytes are no leaf. */
  LEAF_MALFORMED,
  /** A text is not the one whose hash stands in a leaf. */
  TEXT_DIFFERS,
  /** The trail does not fit the leaves. */
  TRAIL_DIFFERS,
  /** An approval is not signed by its device, or over another release. */
  APPROVAL_INVALID
}
