package org.lepta.service.indexing.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds all candidates among lines: by whole amount, and by the pass-on they name. */
final class CandidateSearch {

  private record Place(String unit, long whole) {}

  private final List<StatementLine> givers = new ArrayList<>();
  private final Map<Place, List<StatementLine>> receivers = new HashMap<>();
  private final Map<String, List<StatementLine>> linkedReceivers = new HashMap<>();
  private final FundsHere here;

  CandidateSearch(Collection<StatementLine> lines, FundsHere here) {
    this.here = here;
    for (StatementLine line : lines) {
      if (line.gives()) {
        givers.add(line);
      } else if (line.link() != null) {
        linkedReceivers.computeIfAbsent(line.link(), link -> new ArrayList<>()).add(line);
      } else {
        receivers
            .computeIfAbsent(new Place(line.unit(), whole(line)), place -> new ArrayList<>())
            .add(line);
      }
    }
  }

  List<Candidate> all() {
    List<Candidate> candidates = new ArrayList<>();
    for (StatementLine giver : givers) {
      if (giver.link() != null) {
        add(candidates, giver, linkedReceivers.getOrDefault(giver.link(), List.of()));
        continue;
      }
      for (long whole = whole(giver) - 1; whole <= whole(giver) + 1; whole++) {
        add(candidates, giver, receivers.getOrDefault(new Place(giver.unit(), whole), List.of()));
      }
    }
    return candidates;
  }

  private void add(List<Candidate> candidates, StatementLine giver, List<StatementLine> possible) {
    for (StatementLine receiver : possible) {
      Candidates.of(giver, receiver, here).ifPresent(candidates::add);
    }
  }

  private static long whole(StatementLine line) {
    return Math.floorDiv(line.amount(), Candidates.MAX_DIFFERENCE);
  }
}
