package org.lepta.service.trail;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.lepta.service.trail.PoolMonth.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the months of a pool, as a size of the log knew them. */
final class PoolMonths {

  private static final String MONTHS =
      """
      SELECT m.*, c.*,
        coalesce(CASE WHEN n.first_leaf <= :size THEN n.given END,
          (SELECT g.starts + g.amount FROM line_given g WHERE g.line = m.line AND g.no > m.gifts
            AND (n.gifts IS NULL OR g.no <= n.gifts) AND g.leaf < :size
            ORDER BY g.no DESC LIMIT 1), m.given) AS given_to,
        coalesce(CASE WHEN n.first_leaf <= :size THEN n.spent END,
          (SELECT s.starts + s.amount FROM line_spent s WHERE s.line = m.line
            AND s.no > m.payments AND (n.payments IS NULL OR s.no <= n.payments)
            AND s.leaf < :size ORDER BY s.no DESC LIMIT 1), m.spent) AS spent_to
      FROM pool_month m
      LEFT JOIN LATERAL (SELECT first_leaf, given, spent, gifts, payments FROM pool_month
        WHERE line = m.line AND first_leaf > m.first_leaf ORDER BY first_leaf LIMIT 1) n ON true
      CROSS JOIN LATERAL (SELECT
          coalesce(sum(amount) FILTER (WHERE NOT paid), 0) AS changed_given,
          coalesce(sum(amount) FILTER (WHERE paid), 0) AS changed_paid,
          coalesce(sum(amount) FILTER (WHERE NOT paid AND source < :gift), 0) AS changed_before,
          coalesce(sum(amount) FILTER (WHERE NOT paid AND source = :gift), 0) AS changed_own
        FROM pool_change WHERE line = m.line AND leaf >= m.first_leaf
          AND leaf < least(coalesce(n.first_leaf, :size), :size)) c
      WHERE m.line = :line AND m.first_leaf < :size AND m.first_leaf >= (
        SELECT max(first_leaf) FROM pool_month WHERE line = :line AND first_leaf <= :gift)
      ORDER BY m.first_leaf
      """;

  private final JdbcClient database;

  PoolMonths(JdbcClient database) {
    this.database = database;
  }

  /**
   * A month of a pool, seen from a gift.
   *
   * @param pot what it holds and pays
   */
  record Known(PoolMonth opened, Pot pot, Changes changes) {
    static Known read(ResultSet row, int number) throws SQLException {
      PoolMonth opened = PoolLoader.month(row);
      Changes changes =
          new Changes(
              Sql.integerOf(row, "changed_given"),
              Sql.integerOf(row, "changed_paid"),
              Sql.integerOf(row, "changed_before"),
              Sql.integerOf(row, "changed_own"));
      BigInteger given = Sql.integerOf(row, "given_to");
      return new Known(opened, opened.pot(given, Sql.integerOf(row, "spent_to"), changes), changes);
    }
  }

  /** The months since a gift came in, oldest first. */
  List<Known> since(long line, long gift, long size) {
    return database
        .sql(MONTHS)
        .param("line", line)
        .param("gift", gift)
        .param("size", size)
        .query(Known::read)
        .list();
  }
}
