package org.lepta.service.trail;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lepta.service.trail.PoolMonth.Changes;

/**
 * The pool of one general line: its months, what refunds and corrections changed, and what was
 * added to both. It may hold only what the coming movements need. Not thread-safe.
 */
final class PoolBook {

  /** A stretch of a line: units before it, and its units. */
  record Extent(BigInteger starts, BigInteger amount) {

    /** Stretches that lie side by side, as one. */
    static @Nullable Extent of(List<Extent> parts) {
      return parts.isEmpty()
          ? null
          : new Extent(
              parts.getFirst().starts(),
              parts.stream().map(Extent::amount).reduce(BigInteger.ZERO, BigInteger::add));
    }
  }

  private final List<PoolMonth> months = new ArrayList<>();
  private final List<PoolChange> changes = new ArrayList<>();
  private final Map<Long, Extent> given = new HashMap<>();
  private final Map<Long, Extent> spent = new HashMap<>();
  private final List<PoolMonth> newMonths = new ArrayList<>();
  private final List<PoolChange> newChanges = new ArrayList<>();

  List<PoolMonth> newMonths() {
    return newMonths;
  }

  List<PoolChange> newChanges() {
    return newChanges;
  }

  // What is stored.

  void load(PoolMonth month) {
    months.add(month);
  }

  void load(PoolChange change) {
    changes.add(change);
  }

  void loadGiven(long leaf, Extent extent) {
    given.put(leaf, extent);
  }

  void loadSpent(long leaf, Extent extent) {
    spent.put(leaf, extent);
  }

  // What is new.

  void open(PoolMonth month) {
    months.add(month);
    newMonths.add(month);
  }

  void add(PoolChange change) {
    changes.add(change);
    newChanges.add(change);
  }

  // What is asked.

  List<PoolMonth> months() {
    return months;
  }

  /** The first entry of the newest month. */
  long currentFrom() {
    return months.getLast().firstLeaf();
  }

  /** The newest month that an entry is not before. */
  int monthOf(long leaf) {
    int index = months.size() - 1;
    while (index > 0 && months.get(index).firstLeaf() > leaf) {
      index--;
    }
    return index;
  }

  @Nullable Extent given(long leaf) {
    return given.get(leaf);
  }

  @Nullable Extent spent(long leaf) {
    return spent.get(leaf);
  }

  /** What was changed of a payment's units. */
  long changedPayment(long leaf) {
    return changes.stream()
        .filter(change -> change.paid() && change.source() == leaf)
        .mapToLong(PoolChange::amount)
        .sum();
  }

  /** The gifts whose units a refund or correction took, with how many still stand, newest first. */
  List<PoolChange> standing(long act) {
    Map<Long, PoolChange> bySource = new HashMap<>();
    for (PoolChange change : changes) {
      if (!change.paid() && change.act() == act && change.source() != act) {
        bySource.merge(
            change.source(),
            change,
            (a, b) ->
                new PoolChange(
                    a.line(), a.leaf(), a.part(), false, act, a.source(), a.amount() + b.amount()));
      }
    }
    return bySource.values().stream()
        .filter(change -> change.amount() < 0)
        .sorted((a, b) -> Long.compare(b.source(), a.source()))
        .toList();
  }

  /** What a month's changes add up to, seen from a gift. */
  Changes changes(int month, long gift) {
    long from = months.get(month).firstLeaf();
    long to = month + 1 < months.size() ? months.get(month + 1).firstLeaf() : Long.MAX_VALUE;
    BigInteger[] sums = {BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO};
    for (PoolChange change : changes) {
      if (change.leaf() < from || change.leaf() >= to) {
        continue;
      }
      BigInteger amount = BigInteger.valueOf(change.amount());
      int side = change.paid() ? 1 : 0;
      sums[side] = sums[side].add(amount);
      if (!change.paid() && change.source() <= gift) {
        int place = change.source() < gift ? 2 : 3;
        sums[place] = sums[place].add(amount);
      }
    }
    return new Changes(sums[0], sums[1], sums[2], sums[3]);
  }
}
