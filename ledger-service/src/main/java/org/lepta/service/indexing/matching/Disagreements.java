package org.lepta.service.indexing.matching;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.lepta.service.indexing.matching.Disagreement.Place;
import org.lepta.service.indexing.matching.GroupStore.Stored;

/** What givers state otherwise than the receivers, as far as single payments do not match. */
final class Disagreements {

  private Disagreements() {}

  /** Whether a group is a giver's side of one. */
  static boolean isOne(Stored stored) {
    return stored.group().gives() && stored.state() == MatchState.CONFLICTING;
  }

  /** Those of these groups, in their order. */
  static List<Disagreement> of(Collection<Stored> groups, Reach reach) {
    Comparison comparison = reach.comparison();
    return groups.stream().map(stored -> of(stored, reach, comparison)).toList();
  }

  private static Disagreement of(Stored stored, Reach reach, Comparison comparison) {
    StatementGroup group = stored.group();
    Set<StatementGroup> together = Set.copyOf(comparison.together(group, new HashSet<>()));
    return new Disagreement(
        group.fund(), Counterparts.of(group, reach, together), place(group, stored));
  }

  private static Place place(StatementGroup group, Stored stored) {
    return new Place(
        group.unit(),
        stored.left().amount(),
        group.fund(),
        Objects.requireNonNullElse(group.namedFund(), ""),
        Objects.requireNonNullElse(group.namedOrg(), ""));
  }
}
