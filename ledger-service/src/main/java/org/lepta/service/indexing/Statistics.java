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

  /** Takes them anew if the log has doubled since; in a transaction of their own. */
  void grownTo(long size) throws SQLException {
    if (size < next) {
      return;
    }
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      if (2 * knownEntries(statement) < size) {
        statement.execute("ANALYZE " + ownTables(statement));
      }
    }
    next = 2 * size;
  }

  /** How many entries the planner believes there are, by what it or the server saw last. */
  private static long knownEntries(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            "SELECT coalesce(sum(greatest(reltuples, 0)), 0)::bigint FROM pg_class"
                + " WHERE relname ~ '^entry_[0-9]+$' AND relkind = 'r'"
                + " AND relnamespace = current_schema()::regnamespace")) {
      row.next();
      return row.getLong(1);
    }
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
