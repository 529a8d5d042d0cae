package org.lepta.service.indexing.matching;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.lepta.service.indexing.matching.GroupStore.Stored;
import org.lepta.service.indexing.matching.Pairing.Pair;

/** What one fund and others stated about the money between them when the log had a size. */
final class FundCounterpartsThen {

  /** Conflicts and large sums first. */
  private static final Comparator<Stored> ORDER =
      Comparator.comparing((Stored stored) -> stored.state() != MatchState.CONFLICTING)
          .thenComparing(stored -> stored.left().amount().abs(), Comparator.reverseOrder())
          .thenComparing(stored -> stored.group().toString());

  private record Relation(boolean gives, String unit, String otherFund, String otherOwner) {}

  private record Paired(BigDecimal here, BigDecimal there, MatchState worst) {

    Paired plus(Paired other) {
      return new Paired(
          here.add(other.here),
          there.add(other.there),
          worst.compareTo(other.worst) < 0 ? other.worst : worst);
    }
  }

  private final String fund;
  private final WholeMatching matching;

  private FundCounterpartsThen(String fund, WholeMatching matching) {
    this.fund = fund;
    this.matching = matching;
  }

  static List<Counterpart> read(Connection connection, String fund, long size) throws SQLException {
    return new FundCounterpartsThen(fund, PartMatching.ofFunds(connection, Set.of(fund), size))
        .list();
  }

  private List<Counterpart> list() {
    Reach reach = matching.reach();
    Collection<Stored> all = reach.groups().values();
    CounterpartList list = new CounterpartList(reach);
    list.addOwn(told(all, group -> group.fund().equals(fund)).stream().map(Stored::group).toList());
    told(all, group -> fund.equals(group.namedFund()) && !list.tells(group))
        .forEach(list::addUnanswered);
    return list.with(largest(paired(), list.left()));
  }

  /** The largest pairs of each direction, and those between the same funds as what is left. */
  private static List<Counterpart> largest(List<Counterpart> paired, List<Counterpart> left) {
    Set<Counterpart> largest = new LinkedHashSet<>();
    for (boolean gives : new boolean[] {true, false}) {
      paired.stream()
          .filter(pairs -> pairs.gives() == gives)
          .sorted(
              CounterpartList.CONFLICTS_AND_LARGE_FIRST.thenComparing(
                  c -> c.unit() + ' ' + c.otherFunds()))
          .limit(FundCounterparts.MOST)
          .forEach(largest::add);
    }
    Set<CounterpartList.Relation> told =
        left.stream().map(CounterpartList.Relation::of).collect(Collectors.toSet());
    paired.stream()
        .filter(pairs -> told.contains(CounterpartList.Relation.of(pairs)))
        .forEach(largest::add);
    return List.copyOf(largest);
  }

  private static List<Stored> told(Collection<Stored> all, Predicate<StatementGroup> wanted) {
    List<Stored> told = new ArrayList<>();
    for (boolean gives : new boolean[] {true, false}) {
      all.stream()
          .filter(stored -> stored.state() != null && stored.group().gives() == gives)
          .filter(stored -> wanted.test(stored.group()))
          .sorted(ORDER)
          .limit(FundCounterparts.MOST)
          .forEach(told::add);
    }
    return told;
  }

  private List<Counterpart> paired() {
    Map<Long, StatementLine> lines = new HashMap<>();
    matching.lines().forEach(line -> lines.put(line.leaf(), line));
    Map<Relation, Paired> sums = new HashMap<>();
    for (StatementLine line : lines.values()) {
      Pair pair = line.fund().equals(fund) ? matching.pairs().get(line.leaf()) : null;
      if (pair != null) {
        StatementLine other = Objects.requireNonNull(lines.get(pair.other()));
        sums.merge(
            new Relation(line.gives(), line.unit(), other.fund(), other.owner()),
            new Paired(units(line), units(other), pair.state()),
            Paired::plus);
      }
    }
    List<Counterpart> paired = new ArrayList<>();
    sums.forEach((relation, sum) ->
        paired.add(
            new Counterpart(
                relation.gives(),
                Set.of(relation.otherFund()),
                relation.otherOwner(),
                relation.unit(),
                sum.here(),
                sum.there(),
                sum.worst(),
                false)));
    return paired;
  }

  private static BigDecimal units(StatementLine line) {
    return BigDecimal.valueOf(line.amount(), Onward.SCALE);
  }
}
