package org.lepta.service.indexing.matching;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lepta.service.indexing.matching.Pairing.Pair;

/**
 * What of the match of all statements, as known at a size, bears on some funds or on one statement:
 * their own statements, those that may be paired with them, and all statements of groups that
 * answer theirs, over any number of steps. What it says of these is what {@link WholeMatching}
 * says, without reading the whole log.
 */
final class PartMatching {

  private static final FundsHere NOBODY = new FundsHere(Set.of(), Set.of());

  private final StatementsThen then;
  private final Map<Long, StatementLine> corrected;
  private final Map<Long, StatementLine> lines = new HashMap<>();
  private final Set<StatementGroup> followed = new HashSet<>();

  private PartMatching(Connection connection, long size) throws SQLException {
    this.then = new StatementsThen(connection, size);
    this.corrected = then.correctedSince();
  }

  static WholeMatching ofFunds(Connection connection, Collection<String> funds, long size)
      throws SQLException {
    PartMatching part = new PartMatching(connection, size);
    Map<Long, StatementLine> first = part.then.ofFunds(funds);
    first.putAll(part.then.naming(funds));
    return part.match(first);
  }

  /** The match of the statement at a leaf index; none if there is none to tell. */
  static Optional<LineMatch> ofLine(Connection connection, long leaf, long size)
      throws SQLException {
    PartMatching part = new PartMatching(connection, size);
    StatementLine line = part.then.at(leaf).get(leaf);
    if (line == null) {
      return Optional.empty();
    }
    part.followPairs(Map.of(leaf, line));
    Pair pair = part.matching().pairs().get(leaf);
    if (pair != null) {
      return Optional.of(new LineMatch(pair.state(), pair.other()));
    }
    return line.compared()
        ? Optional.ofNullable(
                part.match(part.then.ofGroup(line.group())).states().get(line.group()))
            .map(state -> new LineMatch(state, null))
        : Optional.empty();
  }

  private WholeMatching matching() throws SQLException {
    return new WholeMatching(lines.values(), then.here(names()));
  }

  /** Goes on from whole groups. */
  private WholeMatching match(Map<Long, StatementLine> first) throws SQLException {
    Set<StatementGroup> complete = new HashSet<>();
    Map<Long, StatementLine> open = first;
    while (true) {
      open.values().forEach(line -> complete.add(line.group()));
      followPairs(open);
      WholeMatching matching = matching();
      List<StatementGroup> next =
          complete.stream().filter(matching::isLeft).filter(followed::add).toList();
      if (next.isEmpty()) {
        return matching;
      }
      open = answering(next, matching.here());
    }
  }

  /** The lines of all groups that answer these. */
  private Map<Long, StatementLine> answering(List<StatementGroup> groups, FundsHere known)
      throws SQLException {
    Map<Long, StatementLine> possible = new HashMap<>(then.namingBack(groups));
    Set<StatementGroup> others =
        possible.values().stream().map(StatementLine::group).collect(Collectors.toSet());
    Set<String> names = new HashSet<>();
    others.forEach(other -> other.addNames(names));
    FundsHere here = known.plus(then.here(names));
    GroupPlaces places = new GroupPlaces(groups);
    others.removeIf(other -> places.answersTo(other, here).findAny().isEmpty());
    possible.values().removeIf(line -> !others.contains(line.group()));
    return possible;
  }

  /** Adds lines, and all that share a candidate with them over any number of steps. */
  private void followPairs(Map<Long, StatementLine> first) throws SQLException {
    Map<Long, StatementLine> open = new HashMap<>(first);
    open.keySet().removeAll(lines.keySet());
    while (!open.isEmpty()) {
      lines.putAll(open);
      Map<Long, StatementLine> next = new HashMap<>(then.near(open.keySet()));
      addCorrected(open.values(), next);
      next.keySet().removeAll(lines.keySet());
      open = next;
    }
  }

  /** What was corrected since is found by other amounts than it had then. */
  private void addCorrected(Collection<StatementLine> open, Map<Long, StatementLine> next) {
    if (corrected.isEmpty()) {
      return;
    }
    List<StatementLine> both = new ArrayList<>(open);
    both.addAll(corrected.values());
    for (Candidate candidate : new CandidateSearch(both, NOBODY).all()) {
      addCorrected(candidate.giver(), next);
      addCorrected(candidate.receiver(), next);
    }
  }

  private void addCorrected(long leaf, Map<Long, StatementLine> next) {
    StatementLine line = corrected.get(leaf);
    if (line != null) {
      next.put(leaf, line);
    }
  }

  private Set<String> names() {
    Set<String> names = new HashSet<>();
    lines.values().forEach(line -> line.group().addNames(names));
    return names;
  }
}
