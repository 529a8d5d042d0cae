package org.lepta.service.transparency.proof;

/** What came of verifying a receipt. */
public sealed interface Verdict {

  /**
   * Everything holds: the entry stands in the log, under a checkpoint that the log has signed and
   * enough witnesses have cosigned.
   *
   * @param index where the entry stands, from 0
   * @param under the checkpoint, and who has signed it
   */
  record Proven(long index, BelievedCheckpoint under) implements Verdict {}

  /**
   * Something does not hold, so nothing is proven.
   *
   * @param fault the first check that failed
   * @param line the line of the file, from 1, or {@link FaultException#NO_LINE}
   * @param detail a sentence on it
   */
  record Refused(Fault fault, int line, String detail) implements Verdict {}

  /**
   * No key is known for the log that the checkpoint names, so nothing was checked.
   *
   * @param origin the name of that log, as the file states it
   */
  record Unchecked(String origin) implements Verdict {}
}
