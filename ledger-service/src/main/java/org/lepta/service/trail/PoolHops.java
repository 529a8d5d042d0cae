package org.lepta.service.trail;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lepta.service.trail.PoolBook.Extent;
import org.lepta.service.trail.PoolMonths.Known;
import org.lepta.service.trail.Shares.Due;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads what became of given units in the pool of their fund: the proportional lens. Earmarked ones
 * are in no pool, and are followed on their own line.
 */
final class PoolHops implements HopFinder {

  /** The most months that a hop tells. */
  static final int MAX_MONTHS = 100;

  private static final String GIFT =
      """
      SELECT e.kind, e.id, e.business_date, e.fund, l.unit, g.line, g.starts, g.amount
      FROM line_given g JOIN fund_line l ON l.line = g.line JOIN entry e ON e.leaf = g.leaf
      WHERE g.leaf = ? AND g.origin = g.leaf AND g.leaf < ? AND l.earmark = ''
      LIMIT 1
      """;

  private final JdbcClient database;
  private final HopFinder lines;
  private final PoolMonths months;
  private final PoolPayments payments;
  private final PoolSteps steps;
  private final GranteeActs acts;

  PoolHops(JdbcClient database, EvidenceLadder evidence, HopFinder lines) {
    this.database = database;
    this.lines = lines;
    this.months = new PoolMonths(database);
    this.payments = new PoolPayments(database);
    this.steps = new PoolSteps(database, evidence);
    this.acts = new GranteeActs(database);
  }

  private record Gift(
      String kind,
      String id,
      @Nullable String date,
      String fund,
      String unit,
      long line,
      BigInteger starts,
      long amount) {

    static Gift read(ResultSet row, int number) throws SQLException {
      return new Gift(
          row.getString("kind"),
          row.getString("id"),
          row.getString("business_date"),
          row.getString("fund"),
          row.getString("unit"),
          row.getLong("line"),
          Sql.integerOf(row, "starts"),
          row.getLong("amount"));
    }

    Extent extent() {
      return new Extent(starts, BigInteger.valueOf(amount));
    }
  }

  @Override
  public @Nullable HopPart find(
      int number, Trail.@Nullable Reached reachedBy, long leaf, long from, long to, long size) {
    Gift gift = database.sql(GIFT).params(leaf, size).query(Gift::read).optional().orElse(null);
    if (gift == null) {
      return lines.find(number, reachedBy, leaf, from, to, size);
    }
    long end = Math.min(to, gift.amount());
    if (from >= end) {
      return null;
    }
    List<Known> known = months.since(gift.line(), leaf, size);
    PoolTold told = PoolTold.of(known, gift.extent(), from, end);
    List<List<Due>> due = payments.of(known.subList(0, told.months().size()), size);
    Steps.Read read = steps.of(told, due, end - from, size);
    Trail.Hop hop =
        new Trail.Hop(
            number,
            reachedBy,
            leaf,
            gift.kind(),
            gift.id(),
            gift.date(),
            gift.fund(),
            gift.unit(),
            false,
            Units.text(end - from),
            Units.text(from),
            Units.text(end),
            Units.text(told.unspent()),
            Units.text(told.voided()),
            Units.text(told.spent()),
            "0",
            read.steps(),
            Units.text(told.spent().subtract(read.units())),
            false,
            acts.of(gift.fund(), read.steps(), size),
            newest(told.months()));
    return new HopPart(hop, read.leads(), openMonth(known, told));
  }

  private static List<Trail.Month> newest(List<PoolTold.Month> months) {
    List<Trail.Month> told = new ArrayList<>();
    for (PoolTold.Month month :
        months.subList(Math.max(0, months.size() - MAX_MONTHS), months.size())) {
      told.add(
          new Trail.Month(
              month.month().toString(),
              Units.text(month.to().subtract(month.from())),
              Units.text(month.pot().units()),
              Units.text(month.pot().out()),
              Units.text(month.units())));
    }
    return told;
  }

  /** The pool of the month in which a payment was recorded; empty if it is paid by none. */
  Optional<PaymentOrigins.Pool> ofPayment(long leaf, long size) {
    return database
        .sql(
            "SELECT s.line FROM line_spent s JOIN fund_line l ON l.line = s.line"
                + " WHERE s.leaf = ? AND s.leaf < ? AND l.earmark = ''")
        .params(leaf, size)
        .query(Long.class)
        .optional()
        .map(line -> {
          List<Known> known = months.since(line, leaf, size);
          Known month = known.getFirst();
          return new PaymentOrigins.Pool(
              month.opened().month().toString(),
              Units.text(month.pot().units()),
              Units.text(month.pot().out()),
              known.size() == 1);
        });
  }

  /** The newest month, if units are in it: its shares stand when a later one is opened. */
  private static @Nullable YearMonth openMonth(List<Known> known, PoolTold told) {
    return told.months().size() < known.size() ? null : known.getLast().opened().month();
  }
}
