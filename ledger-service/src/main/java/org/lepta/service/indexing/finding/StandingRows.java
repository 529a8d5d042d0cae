package org.lepta.service.indexing.finding;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import org.lepta.service.indexing.PaidSql;

/**
 * Findings that follow from where things stand, not from one entry: each is worked out again when
 * its payment, grant or fund is touched. A row whose amount is nothing says that it stands out no
 * more.
 */
final class StandingRows {

  private static final String PAYMENTS =
      """
      SELECT first.leaf, k.fund, k.unit, coalesce(first.business_date,
          (first.committed AT TIME ZONE 'UTC')::date) AS paid_on,
        %s - coalesce((SELECT p.confirmed FROM payment_confirmation p WHERE p.fund = k.fund
          AND p.payment = k.payment AND p.unit = k.unit), 0) AS unconfirmed
      FROM unnest(?::text[], ?::text[], ?::text[]) AS k (fund, payment, unit)
      JOIN fund f ON f.id = k.fund AND f.managed
      JOIN LATERAL (SELECT e.leaf, e.business_date, e.committed FROM entry e
        WHERE e.id = k.payment AND e.kind = 'disbursement' AND e.fund = k.fund
          AND e.unit = k.unit ORDER BY e.leaf LIMIT 1) AS first ON true
      """
          .formatted(PaidSql.NET);

  private static final String GRANTS =
      """
      SELECT first.leaf, k.fund, first.unit, f.managed,
        (SELECT coalesce(sum(CASE s.measure WHEN 'awarded' THEN -s.amount ELSE s.amount END), 0)
          FROM grant_sum s WHERE s.fund = k.fund AND s.grant_id = k.grant_id
          AND s.unit = first.unit AND s.measure IN ('awarded', 'paid_released', 'paid_direct'))
        AS beyond
      FROM unnest(?::text[], ?::text[]) AS k (fund, grant_id)
      JOIN fund f ON f.id = k.fund
      JOIN LATERAL (SELECT e.leaf, e.unit FROM entry e WHERE e.fund = k.fund
        AND e.grant_id = k.grant_id AND e.kind = 'grant' ORDER BY e.leaf LIMIT 1) AS first ON true
      """;

  private static final String FUNDS =
      """
      SELECT f.leaf, t.fund, t.unit, t.managed, t.short,
        CASE WHEN t.managed OR (t.opened = 0 AND t.donated = 0 AND t.income = 0) THEN 0
          ELSE -t.free END AS untied
      FROM fund_total t JOIN fund f ON f.id = t.fund WHERE t.fund = ANY (?)
      """;

  /** A payment by its fund, id and unit. */
  record Payment(String fund, String id, String unit) {}

  /** A grant by its fund and id. */
  record Grant(String fund, String id) {}

  private final Connection connection;

  StandingRows(Connection connection) {
    this.connection = connection;
  }

  void payments(Collection<Payment> touched, Map<FindingKey, FindingRow> rows) throws SQLException {
    if (touched.isEmpty()) {
      return;
    }
    try (PreparedStatement query = connection.prepareStatement(PAYMENTS)) {
      query.setArray(1, texts(touched, Payment::fund));
      query.setArray(2, texts(touched, Payment::id));
      query.setArray(3, texts(touched, Payment::unit));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          LocalDate due = row.getObject("paid_on", LocalDate.class).plusDays(FindingRule.DAYS);
          put(rows, FindingRule.UNCONFIRMED, row, true, row.getBigDecimal("unconfirmed"), due);
        }
      }
    }
  }

  void grants(Collection<Grant> touched, Map<FindingKey, FindingRow> rows) throws SQLException {
    if (touched.isEmpty()) {
      return;
    }
    try (PreparedStatement query = connection.prepareStatement(GRANTS)) {
      query.setArray(1, texts(touched, Grant::fund));
      query.setArray(2, texts(touched, Grant::id));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          put(
              rows,
              FindingRule.OVER_AWARD,
              row,
              row.getBoolean("managed"),
              row.getBigDecimal("beyond"),
              FindingRule.AT_ONCE);
        }
      }
    }
  }

  void funds(Collection<String> touched, Map<FindingKey, FindingRow> rows) throws SQLException {
    if (touched.isEmpty()) {
      return;
    }
    try (PreparedStatement query = connection.prepareStatement(FUNDS)) {
      query.setArray(1, texts(touched, Function.identity()));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          boolean managed = row.getBoolean("managed");
          BigDecimal lacking = row.getBigDecimal("short");
          BigDecimal untied = row.getBigDecimal("untied");
          put(rows, FindingRule.SHORT, row, managed, lacking, FindingRule.AT_ONCE);
          put(rows, FindingRule.DOES_NOT_TIE, row, managed, untied, FindingRule.AT_ONCE);
        }
      }
    }
  }

  private static void put(
      Map<FindingKey, FindingRow> rows,
      FindingRule rule,
      ResultSet row,
      boolean managed,
      BigDecimal amount,
      LocalDate since)
      throws SQLException {
    FindingKey key = new FindingKey(rule, row.getLong("leaf"), row.getString("unit"));
    rows.put(key, new FindingRow(key, managed, row.getString("fund"), amount, since));
  }

  private <T> Array texts(Collection<T> values, Function<T, String> text) throws SQLException {
    return connection.createArrayOf("text", values.stream().map(text).toArray());
  }
}
