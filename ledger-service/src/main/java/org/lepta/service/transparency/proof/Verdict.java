package org.lepta.service.transparency.proof;

import java.util.List;

/** What came of verifying a receipt. */
public sealed interface Verdict {

  /**
   * Everything holds: the entry stands in the log, under a checkpoint that the log has signed and
   * enough witnesses have cosigned.
   *
   * @param index where the entry stands, from 0
   * @param checkpoint the size and root that are signed
   * @param log the key of the log that has signed
   * @param witnesses the cosignatures that verified, with their times; more than the quorum asks
   *     for, as a rule
   * @param unknown the signature lines whose keys are not known, empty unless they were allowed;
   *     nothing is proven by them
   */
  record Proven(
      long index,
      Checkpoint checkpoint,
      VerifierKey log,
      List<VerifiedSignature> witnesses,
      List<NoteSignature> unknown)
      implements Verdict {

    /** Copies the lists. */
    public Proven {
      witnesses = List.copyOf(witnesses);
      unknown = List.copyOf(unknown);
    }
  }

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
