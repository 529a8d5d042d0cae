package org.lepta.service.trail;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.lepta.service.trail.Shares.Due;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads which payments the months of a pool paid, in ledger order. */
final class PoolPayments {

  /** The most payments that are looked at. */
  static final int MAX_PAYMENTS = 2000;

  private static final String PAYMENTS =
      """
      SELECT leaf, amount FROM line_spent
      WHERE line = :line AND no > :after AND leaf < :size ORDER BY no LIMIT :limit
      """;

  private static final String EARLIER =
      """
      SELECT leaf, amount FROM line_spent
      WHERE line = :line AND no <= :after ORDER BY no DESC LIMIT :limit
      """;

  private static final String CHANGES =
      """
      SELECT source, sum(amount) FROM pool_change
      WHERE line = :line AND paid AND leaf >= :from AND leaf < :size
        AND source >= :from AND source <= :to GROUP BY source
      """;

  private final JdbcClient database;

  PoolPayments(JdbcClient database) {
    this.database = database;
  }

  private record Row(long leaf, BigInteger amount) {}

  /**
   * What each month paid, as long as fewer than {@link #MAX_PAYMENTS} were looked at; the last list
   * may then be the beginning only, and the ones after it empty.
   *
   * @param months of a line, one after the other
   */
  List<List<Due>> of(List<PoolMonths.Known> months, long size) {
    PoolMonth first = months.getFirst().opened();
    List<Row> payments = new ArrayList<>();
    BigInteger waiting = first.waiting();
    BigInteger skipped = BigInteger.ZERO;
    if (waiting.signum() > 0) {
      List<Row> earlier = earlier(first);
      BigInteger found = sum(earlier);
      if (found.compareTo(waiting) < 0) {
        return months.stream().map(month -> List.<Due>of()).toList();
      }
      payments.addAll(earlier);
      skipped = found.subtract(waiting);
    }
    payments.addAll(since(first, size));
    return handOut(months, payments, skipped);
  }

  private static BigInteger sum(List<Row> payments) {
    return payments.stream().map(Row::amount).reduce(BigInteger.ZERO, BigInteger::add);
  }

  /** Gives each month the payments that it could cover; what it could not waits for the next. */
  private static List<List<Due>> handOut(
      List<PoolMonths.Known> months, List<Row> payments, BigInteger skipped) {
    List<List<Due>> handed = new ArrayList<>();
    int next = 0;
    BigInteger offset = skipped;
    for (PoolMonths.Known month : months) {
      List<Due> due = new ArrayList<>();
      BigInteger rest = month.pot().out();
      while (rest.signum() > 0 && next < payments.size()) {
        Row payment = payments.get(next);
        BigInteger open = payment.amount().subtract(offset).max(BigInteger.ZERO);
        BigInteger units = open.min(rest);
        if (units.signum() > 0) {
          due.add(new Due(payment.leaf(), offset, units));
        }
        rest = rest.subtract(units);
        boolean done = units.equals(open);
        offset = done ? offset.subtract(payment.amount()).max(BigInteger.ZERO) : offset.add(units);
        next += done ? 1 : 0;
      }
      handed.add(due);
    }
    return handed;
  }

  private List<Row> since(PoolMonth first, long size) {
    List<Row> rows =
        database
            .sql(PAYMENTS)
            .param("line", first.line())
            .param("after", first.payments())
            .param("size", size)
            .param("limit", MAX_PAYMENTS)
            .query((row, n) -> new Row(row.getLong(1), BigInteger.valueOf(row.getLong(2))))
            .list();
    long to = rows.size() < MAX_PAYMENTS ? Long.MAX_VALUE : rows.getLast().leaf();
    return changed(first.line(), rows, first.firstLeaf(), to, size);
  }

  private List<Row> earlier(PoolMonth first) {
    List<Row> rows =
        database
            .sql(EARLIER)
            .param("line", first.line())
            .param("after", first.payments())
            .param("limit", MAX_PAYMENTS)
            .query((row, n) -> new Row(row.getLong(1), BigInteger.valueOf(row.getLong(2))))
            .list();
    long from = rows.size() < MAX_PAYMENTS ? 0 : rows.getLast().leaf();
    return changed(first.line(), rows, from, first.firstLeaf() - 1, first.firstLeaf());
  }

  /** Payments as refunds and corrections of their month left them, in ledger order. */
  private List<Row> changed(long line, List<Row> rows, long from, long to, long size) {
    NavigableMap<Long, BigInteger> units = new TreeMap<>();
    rows.forEach(row -> units.put(row.leaf(), row.amount()));
    database
        .sql(CHANGES)
        .param("line", line)
        .param("from", from)
        .param("to", to)
        .param("size", size)
        .query((row, n) -> new Row(row.getLong(1), row.getBigDecimal(2).toBigIntegerExact()))
        .list()
        .forEach(change -> units.merge(change.leaf(), change.amount(), BigInteger::add));
    return units.entrySet().stream()
        .filter(payment -> payment.getValue().signum() > 0)
        .map(payment -> new Row(payment.getKey(), payment.getValue()))
        .toList();
  }
}
