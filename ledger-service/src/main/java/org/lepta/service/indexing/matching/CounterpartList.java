package org.lepta.service.indexing.matching;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lepta.service.indexing.matching.GroupStore.Stored;

/** Puts together what a fund and others state about the money between them. Not thread-safe. */
final class CounterpartList {

  static final Comparator<Counterpart> CONFLICTS_AND_LARGE_FIRST =
      Comparator.comparing((Counterpart c) -> c.state() != MatchState.CONFLICTING)
          .thenComparing(c -> c.here().abs(), Comparator.reverseOrder());

  /** Two funds in one direction and unit; where the other fund is not known, its owner. */
  record Relation(boolean gives, String unit, Set<String> otherFunds, @Nullable String otherOwner) {

    static Relation of(Counterpart c) {
      return new Relation(
          c.gives(), c.unit(), c.otherFunds(), c.otherFunds().isEmpty() ? c.otherOwner() : null);
    }
  }

  private final Reach reach;
  private final Comparison comparison;
  private final Set<StatementGroup> told = new HashSet<>();
  private final List<Counterpart> left = new ArrayList<>();

  CounterpartList(Reach reach) {
    this.reach = reach;
    this.comparison = reach.comparison();
  }

  /** What pairing left of the fund's own groups and of those that answer them. */
  void addOwn(Collection<StatementGroup> groups) {
    for (StatementGroup group : groups) {
      if (!told.contains(group)) {
        left.add(Counterparts.of(group, reach, Set.copyOf(comparison.together(group, told))));
      }
    }
  }

  /** Whether the group stands in the list. */
  boolean tells(StatementGroup group) {
    return told.contains(group);
  }

  /** What another fund states of this one, which states nothing of it. */
  void addUnanswered(Stored other) {
    left.add(
        new Counterpart(
            !other.group().gives(),
            Set.of(other.group().fund()),
            other.group().owner(),
            other.group().unit(),
            BigDecimal.ZERO,
            Counterparts.sum(List.of(other)),
            MatchState.ONE_SIDED,
            false));
  }

  List<Counterpart> left() {
    return Collections.unmodifiableList(left);
  }

  /**
   * Pairs and what they left, of the same two funds, in one line; conflicts and large sums first.
   */
  List<Counterpart> with(Collection<Counterpart> paired) {
    Map<Relation, Counterpart> found = new LinkedHashMap<>();
    paired.forEach(pairs -> found.put(Relation.of(pairs), pairs));
    left.forEach(rest -> found.merge(Relation.of(rest), rest, Counterpart::plus));
    return found.values().stream()
        .sorted(
            CONFLICTS_AND_LARGE_FIRST
                .thenComparing(c -> c.otherFunds().toString())
                .thenComparing(c -> String.valueOf(c.otherOwner()))
                .thenComparing(Counterpart::unit)
                .thenComparing(c -> !c.gives()))
        .toList();
  }
}
