package org.lepta.service.indexing.matching;

import java.util.Locale;

/** How the statements of two sides agree. */
public enum MatchState {
  /** Equal amounts on the same day. */
  EXACT,
  /** Equal amounts within {@link Candidates#MAX_DAYS} days. */
  NEAR,
  /** Amounts that differ by at most one whole unit, within as many days. */
  ROUNDED,
  /** Other amounts on both sides that add up to the same sum. */
  SPLIT,
  /** Both sides state something, and the sums differ. */
  CONFLICTING,
  /** The other side is on this ledger and states nothing. */
  ONE_SIDED;

  /** The word in the read API and the index, in camel case. */
  public String word() {
    return this == ONE_SIDED ? "oneSided" : name().toLowerCase(Locale.ROOT);
  }

  /**
   * The state of a word.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static MatchState ofWord(String word) {
    for (MatchState state : values()) {
      if (state.word().equals(word)) {
        return state;
      }
    }
    throw new IllegalArgumentException("no match state: " + word);
  }

  /** Whether both sides tell the same, so that the money is counted once. */
  public boolean isAgreed() {
    return this == EXACT || this == NEAR || this == ROUNDED || this == SPLIT;
  }
}
