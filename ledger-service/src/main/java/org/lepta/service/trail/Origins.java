package org.lepta.service.trail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.trail.PaymentOrigins.Earlier;
import org.lepta.service.trail.PaymentOrigins.Item;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the pieces of a payment, page by page in the order of its units. */
final class Origins {

  private static final String PAYMENT =
      """
      SELECT s.line, s.no, s.amount, l.fund, l.unit, s.amount
        - coalesce((SELECT d.spent_offset + d.amount FROM line_draw d WHERE d.line = s.line
            AND d.spent_no = s.no AND d.leaf < :size ORDER BY d.spent_offset DESC LIMIT 1), 0)
        - coalesce((SELECT sum(r.amount) FROM line_relief r WHERE r.line = s.line
            AND r.spent_no = s.no AND r.leaf < :size), 0) AS uncovered
      FROM line_spent s JOIN fund_line l ON l.line = s.line
      WHERE s.leaf = :leaf AND s.leaf < :size
      """;

  private static final String PIECES =
      """
      SELECT d.spent_offset, d.amount, d.leaf AS since, d.origin, d.origin_offset,
        g.before_given IS NOT NULL AS again, e.kind, e.id, e.target, e.business_date, e.party,
        coalesce((SELECT sum(greatest(0, least(b.before_offset + b.amount, d.given_offset
              + :to - d.spent_offset) - greatest(b.before_offset, d.given_offset + :from
              - d.spent_offset)))
          FROM line_given b WHERE b.back_from = d.payment AND b.before_given = d.given_no
            AND b.before_offset >= d.given_offset AND b.before_offset < d.given_offset + d.amount
            AND b.line = d.line AND b.leaf < :size), 0) AS came_back
      FROM (SELECT * FROM line_draw WHERE line = :line AND spent_no = :no AND leaf < :size
          AND spent_offset < :to AND spent_offset >= coalesce((SELECT max(spent_offset)
            FROM line_draw WHERE line = :line AND spent_no = :no AND spent_offset <= :from), 0)
        ORDER BY spent_offset LIMIT :limit) d
      JOIN line_given g ON g.line = d.line AND g.no = d.given_no
      LEFT JOIN entry e ON e.leaf = d.origin
      ORDER BY d.spent_offset
      """;

  private final JdbcClient database;
  private final Onward onward;

  Origins(JdbcClient database) {
    this.database = database;
    this.onward = new Onward(database);
  }

  private record Payment(
      long line, long no, long amount, String fund, String unit, long uncovered) {

    static Payment read(ResultSet row, int number) throws SQLException {
      return new Payment(
          row.getLong(1),
          row.getLong(2),
          row.getLong(3),
          row.getString(4),
          row.getString(5),
          row.getLong(6));
    }
  }

  Optional<PaymentOrigins> find(
      long leaf, long from, long to, @Nullable String after, int limit, long size) {
    if (limit < 1 || limit > Trails.MAX_ITEMS) {
      throw new IllegalArgumentException("the limit is 1 to " + Trails.MAX_ITEMS);
    }
    long start = after == null ? from : Math.max(from, Units.parse(after));
    return database
        .sql(PAYMENT)
        .param("leaf", leaf)
        .param("size", size)
        .query(Payment::read)
        .optional()
        .map(payment ->
            page(leaf, payment, Math.max(0, start), Math.min(to, payment.amount()), limit, size));
  }

  private PaymentOrigins page(
      long leaf, Payment payment, long from, long to, int limit, long size) {
    List<Item> items =
        new ArrayList<>(
            database
                .sql(PIECES)
                .param("line", payment.line())
                .param("no", payment.no())
                .param("from", from)
                .param("to", to)
                .param("size", size)
                .param("limit", limit + 1)
                .query((row, n) -> item(row, from, to))
                .list());
    String next = items.size() > limit ? items.get(limit).paymentFrom() : null;
    return new PaymentOrigins(
        leaf,
        payment.fund(),
        payment.unit(),
        size,
        Units.text(payment.amount()),
        Units.text(payment.uncovered()),
        items.subList(0, Math.min(items.size(), limit)),
        next);
  }

  private Item item(ResultSet row, long from, long to) throws SQLException {
    long offset = row.getLong("spent_offset");
    long start = Math.max(offset, from);
    long end = Math.min(offset + row.getLong("amount"), to);
    Long origin = Sql.longOf(row, "origin");
    long originFrom = row.getLong("origin_offset") + start - offset;
    String kind = row.getString("kind");
    return new Item(
        origin,
        kind,
        row.getString("id"),
        row.getString("business_date"),
        row.getString("party"),
        Units.text(end - start),
        origin == null ? null : Units.text(originFrom),
        Units.text(start),
        Units.text(end),
        row.getLong("since"),
        row.getBoolean("again"),
        Units.text(row.getLong("came_back")),
        origin == null ? null : earlier(origin, kind, originFrom, originFrom + end - start),
        Kind.DONATION.label().equals(kind) ? row.getString("target") : null);
  }

  private @Nullable Earlier earlier(long origin, String kind, long from, long to) {
    if (kind.equals(Kind.TRANSFER_IN.label())) {
      return onward
          .otherHalf(origin, "transferOut", Kind.TRANSFER_OUT)
          .map(out -> new Earlier(out, Units.text(from), Units.text(to)))
          .orElse(null);
    }
    if (kind.equals(Kind.EXCHANGE.label())) {
      return onward
          .sold(origin, from, to)
          .map(sold -> new Earlier(origin, Units.text(sold.from()), Units.text(sold.to())))
          .orElse(null);
    }
    return null;
  }
}
