package org.lepta.service.indexing.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds all candidates among lines: by whole amount and date, and by the pass-on they name. */
final class CandidateSearch {

  private record Place(String unit, long whole, long span) {

    static Place of(StatementLine line, LocalDate happened) {
      return new Place(
          line.unit(),
          Math.floorDiv(line.amount(), Candidates.MAX_DIFFERENCE),
          Math.floorDiv(happened.toEpochDay(), (long) Candidates.MAX_DAYS));
    }

    Place plus(long wholes, long spans) {
      return new Place(unit, whole + wholes, span + spans);
    }
  }

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
      } else if (line.happened() != null) {
        receivers
            .computeIfAbsent(Place.of(line, line.happened()), place -> new ArrayList<>())
            .add(line);
      }
    }
  }

  List<Candidate> all() {
    List<Candidate> candidates = new ArrayList<>();
    for (StatementLine giver : givers) {
      if (giver.link() != null) {
        add(candidates, giver, linkedReceivers.getOrDefault(giver.link(), List.of()));
      } else if (giver.happened() != null) {
        addNear(candidates, giver, Place.of(giver, giver.happened()));
      }
    }
    return candidates;
  }

  /** What differs by no more than the size of a place is there or in one beside it. */
  private void addNear(List<Candidate> candidates, StatementLine giver, Place place) {
    for (int wholes = -1; wholes <= 1; wholes++) {
      for (int spans = -1; spans <= 1; spans++) {
        add(candidates, giver, receivers.getOrDefault(place.plus(wholes, spans), List.of()));
      }
    }
  }

  private void add(List<Candidate> candidates, StatementLine giver, List<StatementLine> possible) {
    for (StatementLine receiver : possible) {
      Candidates.of(giver, receiver, here).ifPresent(candidates::add);
    }
  }
}
