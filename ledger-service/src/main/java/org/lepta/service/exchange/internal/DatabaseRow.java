package org.lepta.service.exchange.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.money.Amount;

/** Rows of one table, written column by column and sent together. Not thread-safe. */
final class DatabaseRow implements AutoCloseable {

  private final PreparedStatement insert;
  private int column;

  /** Rows of a table; one whose key is there already is left out. */
  DatabaseRow(Connection database, String table, int columns) throws SQLException {
    String marks = String.join(", ", Collections.nCopies(columns, "?"));
    this.insert =
        database.prepareStatement("INSERT OR IGNORE INTO %s VALUES (%s)".formatted(table, marks));
  }

  /** A text, or what is written as one. */
  DatabaseRow text(@Nullable Object value) throws SQLException {
    insert.setString(++column, value == null ? null : value.toString());
    return this;
  }

  DatabaseRow number(@Nullable Long value) throws SQLException {
    insert.setObject(++column, value);
    return this;
  }

  /** Two columns: in units as a decimal, and in ten-thousandths. */
  DatabaseRow amount(@Nullable Amount amount) throws SQLException {
    return text(amount).number(amount == null ? null : amount.tenThousandths());
  }

  void end() throws SQLException {
    insert.addBatch();
    column = 0;
  }

  void send() throws SQLException {
    insert.executeBatch();
  }

  @Override
  public void close() throws SQLException {
    insert.close();
  }
}
