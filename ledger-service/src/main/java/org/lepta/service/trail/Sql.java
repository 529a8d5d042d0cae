package org.lepta.service.trail;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Statements whose parameters are arrays, one per column. */
final class Sql {

  private Sql() {}

  /** Reads one row. */
  @FunctionalInterface
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** A column of rows to be sent. */
  record Column<T>(String type, IntFunction<Object[]> typed, Function<T, @Nullable Object> value) {}

  static <T> Column<T> bigint(Function<T, @Nullable Long> value) {
    return new Column<>("bigint", Long[]::new, value::apply);
  }

  static <T> Column<T> integer(Function<T, Integer> value) {
    return new Column<>("integer", Integer[]::new, value::apply);
  }

  static <T> Column<T> text(Function<T, @Nullable String> value) {
    return new Column<>("text", String[]::new, value::apply);
  }

  static <T> Column<T> bool(Function<T, Boolean> value) {
    return new Column<>("boolean", Boolean[]::new, value::apply);
  }

  static <T> Column<T> numeric(Function<T, BigInteger> value) {
    return new Column<>("numeric", BigDecimal[]::new, row -> new BigDecimal(value.apply(row)));
  }

  /** Runs a statement with the rows' columns as its first parameters; does nothing without rows. */
  static <T> void update(
      Connection connection, String sql, Collection<T> rows, List<Column<T>> columns)
      throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(connection, statement, rows, columns);
      statement.executeUpdate();
    }
  }

  /**
   * Runs a query with the keys' columns as its first parameters, and numbers after them; finds
   * nothing without keys.
   */
  static <K, T> List<T> query(
      Connection connection,
      String sql,
      Collection<K> keys,
      List<Column<K>> columns,
      Row<T> reader,
      long... numbers)
      throws SQLException {
    List<T> found = new ArrayList<>();
    if (keys.isEmpty()) {
      return found;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(connection, statement, keys, columns);
      for (int i = 0; i < numbers.length; i++) {
        statement.setLong(columns.size() + i + 1, numbers[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(reader.read(rows));
        }
      }
    }
    return found;
  }

  private static <T> void bind(
      Connection connection,
      PreparedStatement statement,
      Collection<T> rows,
      List<Column<T>> columns)
      throws SQLException {
    for (int i = 0; i < columns.size(); i++) {
      Column<T> column = columns.get(i);
      // Typed arrays travel in binary form; arrays of objects would be written out as text.
      Object[] values = rows.stream().map(column.value()).toArray(column.typed());
      statement.setArray(i + 1, connection.createArrayOf(column.type(), values));
    }
  }

  /** A number that may be absent. */
  static @Nullable Long longOf(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }

  static BigInteger integerOf(ResultSet row, String column) throws SQLException {
    return row.getBigDecimal(column).toBigIntegerExact();
  }
}
