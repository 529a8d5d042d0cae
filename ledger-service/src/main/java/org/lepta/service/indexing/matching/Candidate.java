package org.lepta.service.indexing.matching;

import java.util.Comparator;

/**
 * Two statements that may be about the same money.
 *
 * @param days between them; -1 where both name the same pass-on
 * @param difference of the amounts, in ten-thousandths of a unit
 * @param strength higher where they name each other more exactly
 */
record Candidate(long giver, long receiver, int days, long difference, int strength) {

  /** Nearest date first; what is alike after all is taken in log order. */
  static final Comparator<Candidate> ORDER =
      Comparator.comparingInt(Candidate::days)
          .thenComparingLong(Candidate::difference)
          .thenComparing(Comparator.comparingInt(Candidate::strength).reversed())
          .thenComparingLong(Candidate::giver)
          .thenComparingLong(Candidate::receiver);

  static final int LINKED = -1;

  MatchState state() {
    if (days == LINKED) {
      return difference == 0 ? MatchState.EXACT : MatchState.CONFLICTING;
    }
    if (difference != 0) {
      return MatchState.ROUNDED;
    }
    return days == 0 ? MatchState.EXACT : MatchState.NEAR;
  }
}
