package org.lepta.service.indexing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;

/**
 * The identity of docs/reference/postings section 3, for the funds that a group touched: balances,
 * which come from postings, equal what the roll-ups, which come from kinds, add up to.
 */
final class IdentityCheck {

  private static final String DIFFERENCES =
      """
      WITH sums AS (
        SELECT fund, unit,
          sum(amount) FILTER (WHERE measure IN
            ('opened', 'donated', 'income', 'transferred_in', 'exchanged_in', 'returned')) AS ins,
          sum(amount) FILTER (WHERE measure IN
            ('refunded', 'transferred_out', 'exchanged_out', 'spent_programme', 'spent_running',
             'spent_fundraising', 'spent_fee', 'paid_released', 'paid_direct')) AS outs
        FROM fund_sum WHERE fund = ANY (?) GROUP BY fund, unit),
      inside AS (
        SELECT fund, unit, sum(amount)::numeric / 10000 AS total
        FROM balance WHERE fund = ANY (?) AND account LIKE 'F:%' GROUP BY fund, unit)
      SELECT coalesce(s.fund, i.fund), coalesce(s.unit, i.unit),
             coalesce(ins, 0) - coalesce(outs, 0), coalesce(total, 0)
      FROM sums s FULL JOIN inside i ON s.fund = i.fund AND s.unit = i.unit
      WHERE coalesce(ins, 0) - coalesce(outs, 0) <> coalesce(total, 0)
      LIMIT 1
      """;

  private IdentityCheck() {}

  /** Throws {@link BrokenIndexException} naming the first fund whose figures do not tie. */
  static void check(Connection connection, Collection<String> funds) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(DIFFERENCES)) {
      var ids = connection.createArrayOf("text", funds.toArray(String[]::new));
      query.setArray(1, ids);
      query.setArray(2, ids);
      try (ResultSet row = query.executeQuery()) {
        if (row.next()) {
          throw new BrokenIndexException(
              "fund %s in %s: kinds add up to %s, postings to %s"
                  .formatted(
                      row.getString(1),
                      row.getString(2),
                      row.getBigDecimal(3),
                      row.getBigDecimal(4)));
        }
      }
    }
  }
}
