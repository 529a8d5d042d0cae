package org.lepta.service.indexing.matching;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lepta.service.indexing.matching.GroupStore.Stored;

/** Compares again the sums that a group of blocks changed. */
final class Sums {

  private final Connection connection;
  private final GroupStore store;
  private final Onward onward;
  private final DisputedSums disputed = new DisputedSums();

  Sums(Connection connection, Onward onward) {
    this.connection = connection;
    this.store = new GroupStore(connection);
    this.onward = onward;
  }

  /**
   * Takes the changes of what is left.
   *
   * @param registered funds that are new, and their owners: who names them may be answered now
   */
  void compare(Map<StatementGroup, Leftover> changes, Set<String> registered) throws SQLException {
    changes.values().removeIf(change -> change.isNothing() && change.lines() == 0);
    Set<StatementGroup> first = new LinkedHashSet<>(changes.keySet());
    if (!registered.isEmpty()) {
      first.addAll(store.naming(registered));
    }
    if (first.isEmpty()) {
      return;
    }
    Map<StatementGroup, Stored> before = store.load(first);
    store.add(changes);
    Reach reach = Reach.from(connection, first);
    reach
        .groups()
        .forEach((group, stored) -> {
          if (!first.contains(group)) {
            before.put(group, stored);
          }
        });
    write(before, reach.groups(), reach.states());
  }

  private void write(
      Map<StatementGroup, Stored> before,
      Map<StatementGroup, Stored> now,
      Map<StatementGroup, MatchState> states)
      throws SQLException {
    Map<StatementGroup, @Nullable MatchState> changed = new HashMap<>();
    before
        .values()
        .forEach(was -> {
          add(was.group(), was.onward().negate());
          disputed.count(was, -1);
        });
    now.forEach((group, stored) -> {
      MatchState state = states.get(group);
      Stored renewed = new Stored(group, stored.left(), state);
      add(group, renewed.onward());
      disputed.count(renewed, 1);
      if (!Objects.equals(state, stored.state())) {
        changed.put(group, state);
      }
    });
    store.setStates(changed);
    disputed.save(connection);
  }

  private void add(StatementGroup group, BigDecimal amount) {
    onward.add(group.fund(), group.unit(), amount);
  }
}
