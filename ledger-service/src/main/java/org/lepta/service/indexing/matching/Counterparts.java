package org.lepta.service.indexing.matching;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.lepta.service.indexing.matching.GroupStore.Stored;

/** Makes of groups that answer each other what the two sides state. */
final class Counterparts {

  private Counterparts() {}

  static Counterpart of(StatementGroup group, Reach reach, Set<StatementGroup> together) {
    List<Stored> here = side(reach, together, group.gives());
    List<Stored> there = side(reach, together, !group.gives());
    Set<String> otherFunds =
        there.stream().map(other -> other.group().fund()).collect(Collectors.toSet());
    Set<String> owners =
        there.stream().map(other -> other.group().owner()).collect(Collectors.toSet());
    if (there.isEmpty()) {
      if (group.namedFund() != null && reach.here().isFund(group.namedFund())) {
        otherFunds.add(group.namedFund());
      }
      if (group.namedOrg() != null) {
        owners.add(group.namedOrg());
      } else if (otherFunds.isEmpty() && group.namedFund() != null) {
        owners.add(group.namedFund());
      }
    }
    Stored stored = reach.groups().get(group);
    MatchState state = stored == null ? null : stored.state();
    return new Counterpart(
        group.gives(),
        otherFunds,
        owners.size() == 1 ? owners.iterator().next() : null,
        group.unit(),
        sum(here),
        there.isEmpty() ? null : sum(there),
        state == null ? MatchState.ONE_SIDED : state,
        here.stream().anyMatch(other -> !other.group().fund().equals(group.fund())));
  }

  private static List<Stored> side(Reach reach, Set<StatementGroup> together, boolean gives) {
    return together.stream()
        .filter(group -> group.gives() == gives)
        .map(group -> reach.groups().get(group))
        .filter(Objects::nonNull)
        .toList();
  }

  static BigDecimal sum(List<Stored> groups) {
    return units(
        groups.stream()
            .map(stored -> new BigDecimal(stored.left().amount()))
            .reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  static BigDecimal units(BigDecimal tenThousandths) {
    return tenThousandths.movePointLeft(Onward.SCALE);
  }
}
