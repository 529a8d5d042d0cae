package org.lepta.service.indexing.matching;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Compares what pairing left, in sums: groups that answer each other are compared together. That is
 * one giver's fund and one receiver's wherever both name funds; where a side names organisations
 * only, all of its funds that do so are one side.
 */
final class Comparison {

  private final Map<StatementGroup, Leftover> left;
  private final Function<StatementGroup, ? extends Collection<StatementGroup>> answers;
  private final FundsHere here;

  /**
   * Prepares a comparison.
   *
   * @param left what is left of each group
   * @param answers the groups that answer one
   */
  Comparison(
      Map<StatementGroup, Leftover> left,
      Function<StatementGroup, ? extends Collection<StatementGroup>> answers,
      FundsHere here) {
    this.left = left;
    this.answers = answers;
    this.here = here;
  }

  /** The state of each group that a statement is left of; none where the other side is not here. */
  Map<StatementGroup, MatchState> states() {
    Map<StatementGroup, MatchState> states = new HashMap<>();
    Set<StatementGroup> seen = new HashSet<>();
    for (StatementGroup group : left.keySet()) {
      if (isActive(group) && !seen.contains(group)) {
        List<StatementGroup> together = together(group, seen);
        MatchState state = state(together);
        if (state != null) {
          together.forEach(member -> states.put(member, state));
        }
      }
    }
    return states;
  }

  private boolean isActive(StatementGroup group) {
    return !left.getOrDefault(group, Leftover.NONE).isNothing();
  }

  /** The groups that a statement is left of and that hang together with this one. */
  List<StatementGroup> together(StatementGroup first, Set<StatementGroup> seen) {
    List<StatementGroup> together = new ArrayList<>();
    Deque<StatementGroup> open = new ArrayDeque<>(List.of(first));
    seen.add(first);
    while (!open.isEmpty()) {
      StatementGroup group = open.remove();
      together.add(group);
      for (StatementGroup answer : answers.apply(group)) {
        if (isActive(answer) && seen.add(answer)) {
          open.add(answer);
        }
      }
    }
    return together;
  }

  private @Nullable MatchState state(List<StatementGroup> together) {
    if (together.size() == 1) {
      return together.getFirst().isOtherSideHere(here) ? MatchState.ONE_SIDED : null;
    }
    Leftover given = sum(together, true);
    Leftover received = sum(together, false);
    return given.amount().equals(received.amount()) ? MatchState.SPLIT : MatchState.CONFLICTING;
  }

  private Leftover sum(List<StatementGroup> groups, boolean gives) {
    return groups.stream()
        .filter(group -> group.gives() == gives)
        .map(group -> left.getOrDefault(group, Leftover.NONE))
        .reduce(Leftover.NONE, Leftover::plus);
  }
}
