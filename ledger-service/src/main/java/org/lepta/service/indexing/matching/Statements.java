package org.lepta.service.indexing.matching;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Fund;
import org.lepta.service.indexing.IndexedEntry;
import org.lepta.service.indexing.matching.Pairing.Pair;
import org.lepta.service.indexing.matching.StatementStore.Stored;

/**
 * Keeps the match of the two sides in step with the log: pairs anew what new statements,
 * corrections and funds can reach, and compares anew the sums that this changes.
 */
public final class Statements {

  private final Connection connection;
  private final StatementStore store;
  private final Onward onward = new Onward();
  private final PairedSums paired = new PairedSums();
  private final Map<StatementGroup, Leftover> left = new HashMap<>();

  /** Prepares the work of one group of blocks, in its transaction. */
  public Statements(Connection connection) {
    this.connection = connection;
    this.store = new StatementStore(connection);
  }

  /**
   * Takes the entries of a group, in log order.
   *
   * @return the funds of which another part of the gifts comes from funds here than before
   */
  public Set<String> apply(List<IndexedEntry> entries) throws SQLException {
    List<StatementLine> lines =
        entries.stream().map(StatementLines::line).flatMap(Optional::stream).toList();
    List<StatementLines.Change> changes =
        entries.stream().map(StatementLines::change).flatMap(Optional::stream).toList();
    Set<String> registered = registered(entries);
    if (lines.isEmpty() && changes.isEmpty() && registered.isEmpty()) {
      return Set.of();
    }
    store.add(lines);
    pair(lines, changes, registered);
    paired.save(connection);
    new Sums(connection, onward).compare(left, registered);
    return onward.save(connection);
  }

  /** Funds that are new, and their owners. */
  private static Set<String> registered(List<IndexedEntry> entries) {
    Set<String> ids = new HashSet<>();
    for (IndexedEntry entry : entries) {
      if (entry.entry().body() instanceof Fund fund) {
        ids.add(entry.entry().id());
        ids.add(fund.owner());
      }
    }
    return ids;
  }

  private void pair(
      List<StatementLine> lines, List<StatementLines.Change> changes, Set<String> registered)
      throws SQLException {
    Set<Long> added = new HashSet<>();
    lines.forEach(line -> added.add(line.leaf()));
    Set<Long> open = new HashSet<>(added);
    Map<Long, Long> taken = store.changes(changes);
    Map<Long, Stored> before = new HashMap<>();
    if (!taken.isEmpty()) {
      open.addAll(taken.keySet());
      open.addAll(store.neighbours(taken.keySet()));
      before.putAll(store.load(taken.keySet()));
      store.take(taken);
    }
    if (!registered.isEmpty()) {
      open.addAll(store.naming(registered));
    }
    Map<Long, Stored> reached = reach(open);
    Map<Long, Pair> pairs = Pairing.of(candidates(reached.values()));
    Map<Long, @Nullable Pair> changed = new HashMap<>();
    Map<Long, Stored> stood = new HashMap<>(reached);
    stood.putAll(before);
    for (Stored now : reached.values()) {
      long leaf = now.line().leaf();
      Pair pair = pairs.get(leaf);
      if (!Objects.equals(pair, now.pair())) {
        changed.put(leaf, pair);
      }
      if (!added.contains(leaf)) {
        count(Objects.requireNonNull(stood.get(leaf)), stood, -1);
      }
      count(new Stored(now.line(), pair), reached, 1);
    }
    store.pair(changed);
  }

  /** All lines that share a candidate with these, over any number of steps. */
  private Map<Long, Stored> reach(Set<Long> first) throws SQLException {
    Set<Long> seen = new HashSet<>(first);
    Set<Long> open = first;
    while (!open.isEmpty()) {
      Set<Long> next = store.neighbours(open);
      next.removeAll(seen);
      seen.addAll(next);
      open = next;
    }
    return store.load(seen);
  }

  private List<Candidate> candidates(Collection<Stored> reached) throws SQLException {
    Set<String> named = new HashSet<>();
    List<StatementLine> lines = new ArrayList<>();
    for (Stored stored : reached) {
      lines.add(stored.line());
      stored.line().group().addNames(named);
    }
    return new CandidateSearch(lines, store.here(named)).all();
  }

  /**
   * Counts a line into, or out of, its pairs, what is left of its group or came from another fund.
   */
  private void count(Stored stored, Map<Long, Stored> all, int sign) {
    StatementLine line = stored.line();
    Pair pair = stored.pair();
    if (pair != null) {
      Stored other = Objects.requireNonNull(all.get(pair.other()));
      paired.count(stored, other, pair.state(), sign);
    }
    boolean isFromLedger = stored.pair() != null || line.link() != null;
    if (!line.gives() && isFromLedger) {
      BigDecimal amount = BigDecimal.valueOf(line.amount(), Onward.SCALE);
      onward.add(line.fund(), line.unit(), sign > 0 ? amount : amount.negate());
    }
    if (stored.pair() == null && line.compared()) {
      Leftover one = Leftover.of(line);
      left.merge(line.group(), sign > 0 ? one : one.negated(), Leftover::plus);
    }
  }
}
