package org.lepta.service.sampling;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Monetary-unit selection: what reaches the top amount is taken whole, the rest stratum by stratum
 * at equal intervals of money from a random start.
 *
 * @param interval in ten-thousandths
 * @param top from which amount a payment is taken whole, in ten-thousandths; never above the
 *     interval
 * @param strata by name
 * @param chosen in ledger order
 */
record Selection(long interval, long top, List<Stratum> strata, List<Chosen> chosen) {

  static final String TOP = "top";

  Selection {
    strata = List.copyOf(strata);
    chosen = List.copyOf(chosen);
  }

  /**
   * One stratum.
   *
   * @param start the first unit that is hit, counted from 0; absent for what is taken whole
   */
  record Stratum(String name, long items, BigInteger total, @Nullable Long start, long selected) {}

  /**
   * A selected payment.
   *
   * @param hitUnit the unit of its stratum's line that hit it, counted from 0; absent in the top
   */
  record Chosen(Item item, String stratum, @Nullable BigInteger hitUnit) {}

  /**
   * Selects.
   *
   * @throws SampleException if the interval that follows of the number of items is too large
   */
  static Selection of(Plan plan, Population.Result population, Seed seed) throws SampleException {
    long interval = interval(plan, population.total());
    long top = plan.top() == null ? interval : Math.min(interval, plan.top().tenThousandths());
    Map<String, Line> lines = new TreeMap<>();
    for (Item item : population.items()) {
      String name = item.amount() >= top ? TOP : name(plan, item);
      lines.computeIfAbsent(name, n -> new Line(n, interval, seed)).add(item);
    }
    List<Chosen> chosen = new ArrayList<>();
    lines.values().forEach(line -> chosen.addAll(line.chosen));
    chosen.sort(Comparator.comparingLong(c -> c.item().leaf()));
    return new Selection(
        interval, top, lines.values().stream().map(Line::stratum).toList(), chosen);
  }

  private static long interval(Plan plan, BigInteger total) throws SampleException {
    if (plan.interval() != null) {
      return plan.interval().tenThousandths();
    }
    BigInteger items = BigInteger.valueOf(plan.items() == null ? 1 : plan.items());
    BigInteger interval = total.divide(items).max(BigInteger.ONE);
    if (interval.bitLength() >= Long.SIZE) {
      throw new SampleException("The interval would be " + interval + ": ask for more items.");
    }
    return interval.longValueExact();
  }

  private static String name(Plan plan, Item item) {
    return (plan.byKind() ? item.kind().label() : "all") + '/' + plan.band(item.amount());
  }

  /** The line of a stratum's money, one payment behind the other. */
  private static final class Line {

    private final String name;
    private final long interval;
    private final @Nullable Long start;
    private final List<Chosen> chosen = new ArrayList<>();
    private BigInteger total = BigInteger.ZERO;
    private long items;

    /** Units from the end of the line to the next hit. */
    private long next;

    Line(String name, long interval, Seed seed) {
      this.name = name;
      this.interval = interval;
      this.start = name.equals(TOP) ? null : seed.below("start:" + name, interval);
      this.next = start == null ? 0 : start;
    }

    /** No payment but those of the top reaches an interval, so none is hit twice. */
    void add(Item item) {
      items++;
      if (start == null) {
        chosen.add(new Chosen(item, name, null));
      } else if (next < item.amount()) {
        chosen.add(new Chosen(item, name, total.add(BigInteger.valueOf(next))));
        next += interval - item.amount();
      } else {
        next -= item.amount();
      }
      total = total.add(BigInteger.valueOf(item.amount()));
    }

    Stratum stratum() {
      return new Stratum(name, items, total, start, chosen.size());
    }
  }
}
