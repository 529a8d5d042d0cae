package org.lepta.service.indexing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Keeps what the planner knows of the tables in step with a log that grows fast. A first import
 * writes millions of rows within minutes; without statistics of its own time the planner takes one
 * index for as good as another and reads the same hundred thousand rows for every group. Not
 * thread-safe.
 */
final class Statistics {

  private static final long FIRST = 10_000;

  private final DataSource database;
  private long next = FIRST;

  Statistics(DataSource database) {
    this.database = database;
  }

  /** Takes them anew if the log has doubled since; in a transaction of its own. */
  void grownTo(long size) throws SQLException {
    if (size < next) {
      return;
    }
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("ANALYZE " + ownTables(statement));
    }
    next = 2 * size;
  }

  private static String ownTables(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            "SELECT string_agg(quote_ident(tablename), ', ') FROM pg_tables"
                + " WHERE schemaname = current_schema() AND tableowner = current_user")) {
      row.next();
      return row.getString(1);
    }
  }
}
