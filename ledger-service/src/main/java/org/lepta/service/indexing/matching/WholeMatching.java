package org.lepta.service.indexing.matching;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.lepta.service.indexing.matching.GroupStore.Stored;
import org.lepta.service.indexing.matching.Pairing.Pair;

/**
 * The match of all statements at once, in memory: for figures as known at an earlier size. What
 * {@link Statements} keeps in step is the same for the size of the index.
 */
public final class WholeMatching {

  private final Map<Long, Pair> pairs;
  private final Map<StatementGroup, Leftover> left = new HashMap<>();
  private final Map<StatementGroup, MatchState> states;
  private final Map<StatementGroup, List<StatementGroup>> answers;
  private final Collection<StatementLine> lines;
  private final FundsHere here;

  WholeMatching(Collection<StatementLine> lines, FundsHere here) {
    this.lines = lines;
    this.here = here;
    this.pairs = Pairing.of(new CandidateSearch(lines, here).all());
    for (StatementLine line : lines) {
      if (line.compared() && !pairs.containsKey(line.leaf())) {
        left.merge(line.group(), Leftover.of(line), Leftover::plus);
      }
    }
    this.answers = answers(here);
    this.states =
        new Comparison(left, group -> answers.getOrDefault(group, List.of()), here).states();
  }

  private Map<StatementGroup, List<StatementGroup>> answers(FundsHere here) {
    GroupPlaces places = new GroupPlaces(left.keySet());
    Map<StatementGroup, List<StatementGroup>> answers = new HashMap<>();
    for (StatementGroup group : left.keySet()) {
      answers.put(group, places.answersTo(group, here).distinct().toList());
    }
    return answers;
  }

  Map<Long, Pair> pairs() {
    return pairs;
  }

  Map<StatementGroup, Leftover> left() {
    return left;
  }

  Map<StatementGroup, MatchState> states() {
    return states;
  }

  Collection<StatementLine> lines() {
    return lines;
  }

  /** All groups that a line is left of, with those that answer them. */
  Reach reach() {
    Map<StatementGroup, Stored> stored = new HashMap<>();
    left.forEach((group, rest) -> stored.put(group, new Stored(group, rest, states.get(group))));
    Map<StatementGroup, Set<StatementGroup>> answering = new HashMap<>();
    answers.forEach((group, others) -> answering.put(group, Set.copyOf(others)));
    return new Reach(stored, answering, here);
  }

  /** Whether pairing left something of the group to compare. */
  boolean isLeft(StatementGroup group) {
    return !left.getOrDefault(group, Leftover.NONE).isNothing();
  }

  FundsHere here() {
    return here;
  }

  /** The part of each fund's gifts that comes from other funds here, by fund and unit. */
  Map<String, Map<String, BigDecimal>> onward() {
    Map<String, Map<String, BigDecimal>> onward = new TreeMap<>();
    for (StatementLine line : lines) {
      if (!line.gives() && (line.link() != null || pairs.containsKey(line.leaf()))) {
        add(onward, line.fund(), line.unit(), BigDecimal.valueOf(line.amount(), Onward.SCALE));
      }
    }
    states.forEach((group, state) -> {
      if (!group.gives() && state == MatchState.SPLIT) {
        Leftover sum = left.getOrDefault(group, Leftover.NONE);
        add(onward, group.fund(), group.unit(), new BigDecimal(sum.amount(), Onward.SCALE));
      }
    });
    return onward;
  }

  private static void add(
      Map<String, Map<String, BigDecimal>> onward, String fund, String unit, BigDecimal amount) {
    onward.computeIfAbsent(fund, key -> new TreeMap<>()).merge(unit, amount, BigDecimal::add);
  }

  private List<Disagreement> disagreements() {
    Reach reach = reach();
    List<Stored> conflicting =
        reach.groups().values().stream().filter(Disagreements::isOne).toList();
    return Disagreements.of(conflicting, reach);
  }

  /**
   * What the whole ledger's statements say at a size of the log.
   *
   * @param onward the part of each fund's gifts that came from other funds here, by fund and unit,
   *     in units
   * @param disagreements what givers state otherwise than the receivers: by unit, the largest first
   */
  public record OfLedger(
      Map<String, Map<String, BigDecimal>> onward, List<Disagreement> disagreements) {}

  /** Matches all statements of the ledger as known at a size of the log. */
  public static OfLedger ofLedger(Connection connection, long size) throws SQLException {
    StatementsThen then = new StatementsThen(connection, size);
    FundsHere here = then.here();
    Map<String, Map<String, BigDecimal>> onward = new TreeMap<>();
    List<Disagreement> disagreements = new ArrayList<>();
    // No statement of one unit bears on another's, and one unit's are enough to hold in memory.
    for (String unit : then.units()) {
      WholeMatching matching = new WholeMatching(then.ofUnit(unit).values(), here);
      matching
          .onward()
          .forEach((fund, units) -> units.forEach((of, amount) -> add(onward, fund, of, amount)));
      disagreements.addAll(matching.disagreements());
    }
    disagreements.sort(Comparator.comparing(Disagreement::place, Disagreement.Place.ORDER));
    return new OfLedger(onward, disagreements);
  }

  /** The same of these funds only; reads what bears on them. */
  public static Map<String, Map<String, BigDecimal>> onward(
      Connection connection, Collection<String> funds, long size) throws SQLException {
    Map<String, Map<String, BigDecimal>> onward =
        PartMatching.ofFunds(connection, funds, size).onward();
    onward.keySet().retainAll(funds);
    return onward;
  }

  static WholeMatching at(Connection connection, long size) throws SQLException {
    StatementsThen then = new StatementsThen(connection, size);
    return new WholeMatching(then.all().values(), then.here());
  }
}
