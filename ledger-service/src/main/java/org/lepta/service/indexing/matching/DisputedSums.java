package org.lepta.service.indexing.matching;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.lepta.service.indexing.Sum;
import org.lepta.service.indexing.Upsert;
import org.lepta.service.indexing.matching.GroupStore.Stored;

/**
 * By how much the sums that givers state and receivers dispute change, in ten-thousandths of a
 * unit. Not thread-safe.
 */
final class DisputedSums {

  private static final String ADD =
      """
      INSERT INTO disputed_sum AS s (unit, amount, entries)
      SELECT * FROM unnest(?::text[], ?::numeric[], ?::bigint[])
      ON CONFLICT (unit) DO UPDATE
      SET amount = s.amount + excluded.amount, entries = s.entries + excluded.entries
      """;

  private static final String CLEAR =
      "DELETE FROM disputed_sum WHERE unit = ANY (?::text[]) AND entries = 0";

  private final Map<String, Sum> changes = new HashMap<>();

  /** Counts a group in, or out of, its unit's sum. */
  void count(Stored stored, int sign) {
    if (Disagreements.isOne(stored)) {
      BigDecimal amount = new BigDecimal(stored.left().amount());
      changes.merge(
          stored.group().unit(), new Sum(sign > 0 ? amount : amount.negate(), sign), Sum::plus);
    }
  }

  /** Writes the changes; a unit without any disputed sum has no row. */
  void save(Connection connection) throws SQLException {
    changes.values().removeIf(sum -> sum.entries() == 0 && sum.amount().signum() == 0);
    Upsert.<Map.Entry<String, Sum>>run(
        connection,
        ADD,
        changes.entrySet(),
        Map.Entry::getKey,
        e -> e.getValue().amount(),
        e -> e.getValue().entries());
    Upsert.<String>run(connection, CLEAR, changes.keySet(), unit -> unit);
    changes.clear();
  }
}
