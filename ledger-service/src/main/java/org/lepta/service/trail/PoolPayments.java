package org.lepta.service.trail;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.lepta.service.trail.Shares.Due;
import org.lepta.service.trail.Shares.Payment;
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

  /**
   * What each month paid, as long as fewer than {@link #MAX_PAYMENTS} were looked at; the last list
   * may then be the beginning only, and the ones after it empty.
   *
   * @param months of a line, one after the other
   */
  List<List<Due>> of(List<PoolMonths.Known> months, long size) {
    if (months.isEmpty()) {
      return List.of();
    }
    PoolMonth first = months.getFirst().opened();
    List<Payment> payments = new ArrayList<>();
    BigInteger waiting = first.waiting();
    BigInteger skipped = BigInteger.ZERO;
    if (waiting.signum() > 0) {
      List<Payment> earlier = earlier(first);
      BigInteger found = sum(earlier);
      if (found.compareTo(waiting) < 0) {
        return months.stream().map(month -> List.<Due>of()).toList();
      }
      payments.addAll(earlier);
      skipped = found.subtract(waiting);
    }
    payments.addAll(since(first, size));
    List<BigInteger> paid = months.stream().map(month -> month.pot().out()).toList();
    return Shares.due(paid, payments, skipped);
  }

  private static BigInteger sum(List<Payment> payments) {
    return payments.stream().map(Payment::units).reduce(BigInteger.ZERO, BigInteger::add);
  }

  private List<Payment> since(PoolMonth first, long size) {
    List<Payment> rows =
        database
            .sql(PAYMENTS)
            .param("line", first.line())
            .param("after", first.payments())
            .param("size", size)
            .param("limit", MAX_PAYMENTS)
            .query((row, n) -> new Payment(row.getLong(1), BigInteger.valueOf(row.getLong(2))))
            .list();
    long to = rows.size() < MAX_PAYMENTS ? Long.MAX_VALUE : rows.getLast().leaf();
    return changed(first.line(), rows, first.firstLeaf(), to, size);
  }

  private List<Payment> earlier(PoolMonth first) {
    List<Payment> rows =
        database
            .sql(EARLIER)
            .param("line", first.line())
            .param("after", first.payments())
            .param("limit", MAX_PAYMENTS)
            .query((row, n) -> new Payment(row.getLong(1), BigInteger.valueOf(row.getLong(2))))
            .list();
    long from = rows.size() < MAX_PAYMENTS ? 0 : rows.getLast().leaf();
    return changed(first.line(), rows, from, first.firstLeaf() - 1, first.firstLeaf());
  }

  /** Payments as refunds and corrections of their month left them, in ledger order. */
  private List<Payment> changed(long line, List<Payment> rows, long from, long to, long size) {
    NavigableMap<Long, BigInteger> units = new TreeMap<>();
    rows.forEach(row -> units.put(row.leaf(), row.units()));
    database
        .sql(CHANGES)
        .param("line", line)
        .param("from", from)
        .param("to", to)
        .param("size", size)
        .query((row, n) -> new Payment(row.getLong(1), row.getBigDecimal(2).toBigIntegerExact()))
        .list()
        .forEach(change -> units.merge(change.leaf(), change.units(), BigInteger::add));
    return units.entrySet().stream()
        .filter(payment -> payment.getValue().signum() > 0)
        .map(payment -> new Payment(payment.getKey(), payment.getValue()))
        .toList();
  }
}
