package org.lepta.service.sampling;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lepta.ledger.entry.Correction;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Kind;
import org.lepta.ledger.entry.Leaf;

/**
 * The payments of a fund in one unit that stood in the log when the draw was recorded, in ledger
 * order, each less what corrections recorded by then take back. A payment of the fund takes about
 * 50 bytes; others take none. Not thread-safe.
 */
final class Population {

  private final Plan plan;
  private final long draw;

  /** What is still to be taken back, by {@code kind:id} of the target. */
  private final Map<String, Long> corrections = new TreeMap<>();

  private final Map<String, List<Integer>> corrected = new TreeMap<>();
  private final List<Item> items = new ArrayList<>();

  /** What is outside of the period still takes the corrections that name it. */
  private final BitSet within = new BitSet();

  private long undated;
  private BigInteger unattributed = BigInteger.ZERO;

  /**
   * Begins an empty one.
   *
   * @param draw leaf index of the draw note: what stands behind it does not count
   */
  Population(Plan plan, long draw) {
    this.plan = plan;
    this.draw = draw;
  }

  /** First every entry is shown here. */
  void correct(long index, Leaf leaf) {
    if (index < draw
        && Spending.concerns(plan, leaf)
        && leaf.entry().body() instanceof Correction correction
        && Spending.takesBack(correction)) {
      long amount = correction.amount().tenThousandths();
      if (correction.target() == null) {
        unattributed = unattributed.add(BigInteger.valueOf(amount));
      } else {
        String key = Kind.of(correction.reverses()).label() + ':' + correction.target();
        add(key, amount);
      }
    }
  }

  /** Sums beyond a long cannot be taken back from one payment anyway; the rest is unattributed. */
  private void add(String key, long amount) {
    long before = corrections.getOrDefault(key, 0L);
    long room = Long.MAX_VALUE - before;
    corrections.put(key, before + Math.min(room, amount));
    unattributed = unattributed.add(BigInteger.valueOf(amount - Math.min(room, amount)));
  }

  /** Then every entry again, in order. */
  void add(long index, Leaf leaf) {
    if (index >= draw
        || !Spending.concerns(plan, leaf)
        || !(leaf.entry().body() instanceof Flow flow)
        || !Spending.spends(flow)
        || flow.amount().signum() <= 0) {
      return;
    }
    String key = leaf.entry().qualifiedId();
    if (corrections.containsKey(key)) {
      corrected.computeIfAbsent(key, id -> new ArrayList<>()).add(items.size());
    }
    long amount = flow.amount().tenThousandths();
    LocalDate day = leaf.entry().header().happenedOn();
    within.set(items.size(), plan.covers(day));
    undated += day == null ? 1 : 0;
    items.add(new Item(index, leaf.entry().kind(), amount, amount));
  }

  /** The payments, once everything was shown twice. */
  Result end() {
    long[] left = items.stream().mapToLong(Item::amount).toArray();
    int touched = 0;
    for (Map.Entry<String, Long> correction : corrections.entrySet()) {
      long rest = correction.getValue();
      // Several entries under one id are taken newest first, as in the fund line.
      for (int at : corrected.getOrDefault(correction.getKey(), List.of()).reversed()) {
        long taken = Math.min(rest, left[at]);
        left[at] -= taken;
        rest -= taken;
        touched += taken > 0 ? 1 : 0;
      }
      unattributed = unattributed.add(BigInteger.valueOf(rest));
    }
    List<Item> whole = new ArrayList<>();
    for (int i = 0; i < left.length; i++) {
      Item item = items.get(i);
      if (left[i] > 0 && within.get(i)) {
        whole.add(new Item(item.leaf(), item.kind(), item.recorded(), left[i]));
      }
    }
    return new Result(whole, touched, unattributed, undated);
  }

  /**
   * A population.
   *
   * @param items in ledger order
   * @param corrected payments that corrections lowered, those that were lowered to nothing included
   * @param unattributed what corrections take back that name no payment of the fund, or more than
   *     one had; in ten-thousandths
   * @param undated payments without a date, which belong to every period
   */
  record Result(List<Item> items, long corrected, BigInteger unattributed, long undated) {

    BigInteger total() {
      BigInteger total = BigInteger.ZERO;
      for (Item item : items) {
        total = total.add(BigInteger.valueOf(item.amount()));
      }
      return total;
    }
  }
}
