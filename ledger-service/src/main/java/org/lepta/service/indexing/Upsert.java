package org.lepta.service.indexing;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Statements whose parameters are one array per column, so that many rows go in at once. */
public final class Upsert {

  private Upsert() {}

  /**
   * Runs the statement over the rows, or not at all if there is none.
   *
   * @param columns the value of each parameter's elements, in order; never null in the first row
   */
  @SafeVarargs
  public static <T> void run(
      Connection connection,
      String sql,
      Collection<T> rows,
      Function<T, @Nullable Object>... columns)
      throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < columns.length; i++) {
        Object[] values = rows.stream().map(columns[i]).toArray();
        statement.setArray(i + 1, connection.createArrayOf(typeOf(values[0]), values));
      }
      statement.execute();
    }
  }

  private static String typeOf(Object value) {
    return switch (value) {
      case BigDecimal d -> "numeric";
      case Long l -> "bigint";
      case Integer i -> "int";
      case Boolean b -> "boolean";
      default -> "text";
    };
  }
}
