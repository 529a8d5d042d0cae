package org.lepta.service.moving;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Compares the figures of two indexes: every fund's, grant's and organisation's, and their sums.
 */
public final class FigureComparison {

  /** What of an index does not name a place in its log. */
  private static final SequencedMap<String, String> TABLES = new TreeMap<>();

  static {
    TABLES.put("balance", "fund, account, grant_id, unit, amount");
    TABLES.put("fund", "id, owner, managed, fact_limit_days, decision_limit_days, seq");
    TABLES.put("fund_sum", "fund, unit, measure, amount, entries");
    TABLES.put("grant_sum", "fund, grant_id, unit, measure, amount");
    TABLES.put("party_sum", "organisation, unit, managed, measure, amount, entries");
  }

  private final DataSource old;
  private final DataSource fresh;

  /** Compares two databases that index ledgers. */
  public FigureComparison(DataSource old, DataSource fresh) {
    this.old = old;
    this.fresh = fresh;
  }

  /**
   * One figure on both sides.
   *
   * @param name of it
   * @param old what the old index says
   * @param fresh what the new one says
   */
  public record Row(String name, BigDecimal old, BigDecimal fresh) {}

  /** Entries by kind. */
  public List<Row> counts() throws SQLException {
    return rows("SELECT kind, entries FROM entry_count");
  }

  /** All funds together, by unit and measure. */
  public List<Row> sums() throws SQLException {
    return rows("SELECT unit || ' ' || measure, sum(amount) FROM fund_sum GROUP BY unit, measure");
  }

  private List<Row> rows(String sql) throws SQLException {
    SequencedMap<String, BigDecimal> before = figures(old, sql);
    SequencedMap<String, BigDecimal> after = figures(fresh, sql);
    TreeMap<String, BigDecimal> names = new TreeMap<>(before);
    names.putAll(after);
    return names.keySet().stream()
        .map(name ->
            new Row(
                name,
                before.getOrDefault(name, BigDecimal.ZERO),
                after.getOrDefault(name, BigDecimal.ZERO)))
        .toList();
  }

  private static SequencedMap<String, BigDecimal> figures(DataSource database, String sql)
      throws SQLException {
    SequencedMap<String, BigDecimal> found = new TreeMap<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.put(rows.getString(1), rows.getBigDecimal(2));
      }
    }
    return found;
  }

  /** The first figure of each table that is not the same; none if all are. */
  public List<String> differences() throws SQLException {
    List<String> differences = new ArrayList<>();
    for (String table : TABLES.keySet()) {
      String difference = difference(table);
      if (difference != null) {
        differences.add(difference);
      }
    }
    return differences;
  }

  private @Nullable String difference(String table) throws SQLException {
    try (Side before = new Side(old, table);
        Side after = new Side(fresh, table)) {
      String was = before.next();
      String is = after.next();
      while (was != null && was.equals(is)) {
        was = before.next();
        is = after.next();
      }
      return was == null && is == null
          ? null
          : "%s: the old index has %s, the new one %s".formatted(table, was, is);
    }
  }

  /** A table, row by row, in an order that does not depend on how it was filled. */
  private static final class Side implements AutoCloseable {
    private static final int FETCHED = 1_000;
    private final Connection connection;
    private final ResultSet rows;

    Side(DataSource database, String table) throws SQLException {
      connection = database.getConnection();
      // Without a transaction the driver would hold all rows in memory.
      connection.setAutoCommit(false);
      Statement statement = connection.createStatement();
      statement.setFetchSize(FETCHED);
      rows =
          statement.executeQuery(
              "SELECT t::text FROM (SELECT %s FROM %s) t ORDER BY t::text COLLATE \"C\""
                  .formatted(TABLES.get(table), table));
    }

    @Nullable String next() throws SQLException {
      return rows.next() ? rows.getString(1) : null;
    }

    @Override
    public void close() throws SQLException {
      try (connection) {
        connection.rollback();
      }
    }
  }
}
