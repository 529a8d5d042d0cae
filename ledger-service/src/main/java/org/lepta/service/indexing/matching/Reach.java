package org.lepta.service.indexing.matching;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lepta.service.indexing.matching.GroupStore.Stored;

/**
 * Groups that hang together by answering each other.
 *
 * @param groups those that a line is left of
 * @param answers who answers each
 */
record Reach(
    Map<StatementGroup, Stored> groups,
    Map<StatementGroup, Set<StatementGroup>> answers,
    FundsHere here) {

  /** All groups that these lead to, over any number of steps. */
  static Reach from(Connection connection, Set<StatementGroup> first) throws SQLException {
    return from(connection, first, new GroupStore(connection).load(first));
  }

  /** All groups that these, which were read, lead to, over any number of steps. */
  static Reach from(Connection connection, Map<StatementGroup, Stored> first) throws SQLException {
    return from(connection, first.keySet(), new HashMap<>(first));
  }

  private static Reach from(
      Connection connection, Set<StatementGroup> first, Map<StatementGroup, Stored> groups)
      throws SQLException {
    GroupStore store = new GroupStore(connection);
    StatementStore lines = new StatementStore(connection);
    Map<StatementGroup, Set<StatementGroup>> answers = new HashMap<>();
    FundsHere here = new FundsHere(Set.of(), Set.of());
    Set<StatementGroup> seen = new HashSet<>(first);
    List<StatementGroup> open = List.copyOf(first);
    while (!open.isEmpty()) {
      Map<StatementGroup, Set<Stored>> possible = store.answers(open);
      here = here.plus(lines.here(names(open, possible)));
      Set<StatementGroup> next = new LinkedHashSet<>();
      for (StatementGroup group : open) {
        for (Stored answer : possible.getOrDefault(group, Set.of())) {
          if (group.answers(answer.group(), here)) {
            answers.computeIfAbsent(group, g -> new HashSet<>()).add(answer.group());
            groups.put(answer.group(), answer);
            if (seen.add(answer.group())) {
              next.add(answer.group());
            }
          }
        }
      }
      open = List.copyOf(next);
    }
    return new Reach(groups, answers, here);
  }

  private static Set<String> names(
      List<StatementGroup> open, Map<StatementGroup, Set<Stored>> possible) {
    Set<String> names = new HashSet<>();
    open.forEach(group -> group.addNames(names));
    possible.values().forEach(found -> found.forEach(answer -> answer.group().addNames(names)));
    return names;
  }

  Set<StatementGroup> answersTo(StatementGroup group) {
    return answers.getOrDefault(group, Set.of());
  }

  Map<StatementGroup, MatchState> states() {
    return comparison().states();
  }

  Comparison comparison() {
    Map<StatementGroup, Leftover> left = new HashMap<>();
    groups.forEach((group, stored) -> left.put(group, stored.left()));
    return new Comparison(left, this::answersTo, here);
  }
}
