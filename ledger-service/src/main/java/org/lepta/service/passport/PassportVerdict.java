package org.lepta.service.passport;

import org.lepta.service.transparency.proof.BelievedCheckpoint;

/** What came of verifying a passport. */
public sealed interface PassportVerdict {

  /**
   * Everything holds.
   *
   * @param passport as the file says it
   * @param leaves all of which stand in the log
   * @param checkpoint under which they stand, with who has signed it
   */
  record Proven(Passport passport, ReadLeaves leaves, BelievedCheckpoint checkpoint)
      implements PassportVerdict {}

  /**
   * Something does not hold, so nothing is proven.
   *
   * @param code of receipts or of passports
   * @param detail a sentence on it
   */
  record Refused(String code, String detail) implements PassportVerdict {}

  /**
   * No key is known for the log that the checkpoint names, so nothing was checked.
   *
   * @param origin the name of that log, as the file states it
   */
  record Unchecked(String origin) implements PassportVerdict {}
}
