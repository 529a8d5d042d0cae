package org.lepta.service.indexing.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Groups by where others would name them: by their fund, and by its owner. */
final class GroupPlaces {

  private final Map<String, List<StatementGroup>> byPlace = new HashMap<>();

  GroupPlaces(Collection<StatementGroup> groups) {
    for (StatementGroup group : groups) {
      byPlace.computeIfAbsent(group.fund(), fund -> new ArrayList<>()).add(group);
      byPlace.computeIfAbsent(group.owner(), owner -> new ArrayList<>()).add(group);
    }
  }

  /** Those that answer a group; one may come more than once. */
  Stream<StatementGroup> answersTo(StatementGroup group, FundsHere here) {
    Set<String> named = new HashSet<>();
    group.addNames(named);
    return named.stream()
        .flatMap(name -> byPlace.getOrDefault(name, List.of()).stream())
        .filter(other -> group.answers(other, here));
  }
}
