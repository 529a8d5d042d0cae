package org.lepta.service.indexing.matching;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Pairs statements, nearest date first, each once. */
final class Pairing {

  /**
   * A statement's other side.
   *
   * @param other leaf of the other side
   */
  record Pair(long other, MatchState state) {}

  private Pairing() {}

  /** The pairs by leaf; both sides of each stand in it. */
  static Map<Long, Pair> of(Collection<Candidate> candidates) {
    Map<Long, Pair> pairs = new HashMap<>();
    candidates.stream()
        .sorted(Candidate.ORDER)
        .forEach(candidate -> {
          if (!pairs.containsKey(candidate.giver()) && !pairs.containsKey(candidate.receiver())) {
            pairs.put(candidate.giver(), new Pair(candidate.receiver(), candidate.state()));
            pairs.put(candidate.receiver(), new Pair(candidate.giver(), candidate.state()));
          }
        });
    return pairs;
  }
}
