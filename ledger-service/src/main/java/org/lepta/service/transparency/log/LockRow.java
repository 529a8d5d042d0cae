package org.lepta.service.transparency.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The row that remembers what was signed last. It moves only from the value that its mover saw, so
 * of two publishers one learns of the other. Thread-safe.
 */
final class LockRow {

  private final DataSource database;

  LockRow(DataSource database) {
    this.database = database;
  }

  /** Returns the bytes of the note that was signed last. */
  Optional<byte[]> read() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement("SELECT note FROM log_checkpoint");
        ResultSet row = query.executeQuery()) {
      return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
    }
  }

  /**
   * Moves the row to a larger size, or to the same size and root under a new key; durable on
   * return.
   *
   * @return false if it does not hold {@code before} any more
   * @throws SQLException if it is not known whether it moved: read it again
   */
  boolean swap(Optional<byte[]> before, SignedCheckpoint after) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(true);
      return before.isPresent()
          ? update(connection, before.get(), after)
          : insert(connection, after);
    }
  }

  private static boolean insert(Connection connection, SignedCheckpoint after) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO log_checkpoint (size, root, note) VALUES (?, ?, ?)"
                + " ON CONFLICT DO NOTHING")) {
      set(insert, after);
      return insert.executeUpdate() == 1;
    }
  }

  private static boolean update(Connection connection, byte[] before, SignedCheckpoint after)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE log_checkpoint SET size = ?, root = ?, note = ?, signed = now()"
                + " WHERE note = ? AND (size < ? OR size = ? AND root = ?)")) {
      set(update, after);
      update.setBytes(4, before);
      update.setLong(5, after.checkpoint().size());
      update.setLong(6, after.checkpoint().size());
      update.setBytes(7, after.checkpoint().root().bytes());
      return update.executeUpdate() == 1;
    }
  }

  private static void set(PreparedStatement statement, SignedCheckpoint checkpoint)
      throws SQLException {
    statement.setLong(1, checkpoint.checkpoint().size());
    statement.setBytes(2, checkpoint.checkpoint().root().bytes());
    statement.setBytes(3, checkpoint.bytes());
  }
}
