package org.lepta.service.indexing.finding;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lepta.service.indexing.Sum;
import org.lepta.service.indexing.Upsert;

/** The rows of findings and their sums, inside the caller's transaction. */
final class FindingStore {

  private static final String KEYS =
      "unnest(?::text[], ?::bigint[], ?::text[]) AS k (rule, leaf, unit)";
  private static final String SAME = "f.rule = k.rule AND f.leaf = k.leaf AND f.unit = k.unit";
  private static final String COLUMNS =
      "f.rule, f.leaf, f.unit, f.managed, f.fund, f.amount, f.since";

  private record SumKey(FindingRule rule, boolean managed, String unit, LocalDate since) {}

  private final Connection connection;

  FindingStore(Connection connection) {
    this.connection = connection;
  }

  /** The rows of these keys that there are. */
  Map<FindingKey, FindingRow> read(Collection<FindingKey> keys) throws SQLException {
    return rows("SELECT " + COLUMNS + " FROM finding f JOIN " + KEYS + " ON " + SAME, keys);
  }

  /** Puts these rows in the place of what stood under their keys. */
  void replace(Map<FindingKey, FindingRow> wanted) throws SQLException {
    Map<FindingKey, FindingRow> before =
        rows(
            "DELETE FROM finding f USING " + KEYS + " WHERE " + SAME + " RETURNING " + COLUMNS,
            wanted.keySet());
    List<FindingRow> after =
        wanted.values().stream().filter(row -> row.amount().signum() > 0).toList();
    insert(after);
    Map<SumKey, Sum> changes = new HashMap<>();
    before.values().forEach(row -> add(changes, row, -1));
    after.forEach(row -> add(changes, row, 1));
    addSums(changes);
  }

  private static void add(Map<SumKey, Sum> changes, FindingRow row, int sign) {
    FindingKey key = row.key();
    changes.merge(
        new SumKey(key.rule(), row.managed(), key.unit(), row.since()),
        new Sum(sign < 0 ? row.amount().negate() : row.amount(), sign),
        Sum::plus);
  }

  private void insert(List<FindingRow> rows) throws SQLException {
    Upsert.<FindingRow>run(
        connection,
        "INSERT INTO finding (rule, leaf, unit, managed, fund, amount, since)"
            + " SELECT * FROM unnest(?::text[], ?::bigint[], ?::text[], ?::boolean[], ?::text[],"
            + " ?::numeric[], ?::date[])",
        rows,
        row -> row.key().rule().label(),
        row -> row.key().leaf(),
        row -> row.key().unit(),
        row -> row.managed(),
        row -> row.fund(),
        row -> row.amount(),
        row -> row.since().toString());
  }

  /** Sums of which nothing is left are gone, so that an index built anew has the same rows. */
  private void addSums(Map<SumKey, Sum> changes) throws SQLException {
    List<Map.Entry<SumKey, Sum>> moved = new ArrayList<>(changes.entrySet());
    Upsert.<Map.Entry<SumKey, Sum>>run(
        connection,
        "INSERT INTO finding_sum AS s (rule, managed, unit, since, amount, entries)"
            + " SELECT * FROM unnest(?::text[], ?::boolean[], ?::text[], ?::date[], ?::numeric[],"
            + " ?::bigint[]) ON CONFLICT (rule, managed, unit, since) DO UPDATE"
            + " SET amount = s.amount + excluded.amount, entries = s.entries + excluded.entries",
        moved,
        e -> e.getKey().rule().label(),
        e -> e.getKey().managed(),
        e -> e.getKey().unit(),
        e -> e.getKey().since().toString(),
        e -> e.getValue().amount(),
        e -> e.getValue().entries());
    Upsert.<Map.Entry<SumKey, Sum>>run(
        connection,
        "DELETE FROM finding_sum s USING unnest(?::text[], ?::boolean[], ?::text[], ?::date[])"
            + " AS k (rule, managed, unit, since) WHERE s.entries = 0 AND s.rule = k.rule"
            + " AND s.managed = k.managed AND s.unit = k.unit AND s.since = k.since",
        moved,
        e -> e.getKey().rule().label(),
        e -> e.getKey().managed(),
        e -> e.getKey().unit(),
        e -> e.getKey().since().toString());
  }

  private Map<FindingKey, FindingRow> rows(String sql, Collection<FindingKey> keys)
      throws SQLException {
    Map<FindingKey, FindingRow> found = new HashMap<>();
    if (keys.isEmpty()) {
      return found;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, texts(keys.stream().map(key -> key.rule().label()).toArray()));
      statement.setArray(
          2, connection.createArrayOf("bigint", keys.stream().map(FindingKey::leaf).toArray()));
      statement.setArray(3, texts(keys.stream().map(FindingKey::unit).toArray()));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          FindingKey key =
              new FindingKey(
                  FindingRule.ofLabel(row.getString("rule")),
                  row.getLong("leaf"),
                  row.getString("unit"));
          found.put(
              key,
              new FindingRow(
                  key,
                  row.getBoolean("managed"),
                  row.getString("fund"),
                  row.getBigDecimal("amount"),
                  row.getObject("since", LocalDate.class)));
        }
      }
    }
    return found;
  }

  private java.sql.Array texts(Object[] values) throws SQLException {
    return connection.createArrayOf("text", values);
  }
}
