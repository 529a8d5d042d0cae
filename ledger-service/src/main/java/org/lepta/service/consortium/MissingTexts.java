package org.lepta.service.consortium;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.lepta.service.kernel.Sha256;

/** Which texts are still to be fetched, in the database; every call is a transaction. */
final class MissingTexts {

  private final DataSource database;

  MissingTexts(DataSource database) {
    this.database = database;
  }

  /**
   * A text whose time has come.
   *
   * @param attempts that failed although every other service answered
   */
  record Due(Sha256 hash, int attempts) {}

  /** The leaf from which entries were not searched yet. */
  long nextLeaf() throws SQLException {
    return number("SELECT next_leaf FROM text_scan");
  }

  /** How many are missing. */
  long count() throws SQLException {
    return number("SELECT count(*) FROM missing_text");
  }

  private long number(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(sql);
        ResultSet row = query.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Adds what is missing and remembers how far the search came. */
  void add(Collection<Sha256> hashes, long nextLeaf) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO missing_text (hash) VALUES (?) ON CONFLICT DO NOTHING");
          PreparedStatement move =
              connection.prepareStatement("UPDATE text_scan SET next_leaf = ?")) {
        for (Sha256 hash : hashes) {
          insert.setBytes(1, hash.bytes());
          insert.addBatch();
        }
        insert.executeBatch();
        move.setLong(1, nextLeaf);
        move.executeUpdate();
        connection.commit();
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  /** The first ones whose time has come. */
  List<Due> due(int most) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "SELECT hash, attempts FROM missing_text WHERE next_try <= now()"
                    + " ORDER BY next_try LIMIT ?")) {
      query.setInt(1, most);
      List<Due> due = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          due.add(new Due(Sha256.of(rows.getBytes(1)), rows.getInt(2)));
        }
      }
      return due;
    }
  }

  /** Forgets what is not missing any more. */
  void settle(Collection<Sha256> hashes) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement delete =
            connection.prepareStatement("DELETE FROM missing_text WHERE hash = ?")) {
      for (Sha256 hash : hashes) {
        delete.setBytes(1, hash.bytes());
        delete.addBatch();
      }
      delete.executeBatch();
    }
  }

  /** Puts one off. */
  void later(Due due, Duration pause) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                "UPDATE missing_text SET attempts = ?,"
                    + " next_try = now() + ? * interval '1 millisecond' WHERE hash = ?")) {
      update.setInt(1, due.attempts());
      update.setLong(2, pause.toMillis());
      update.setBytes(3, due.hash().bytes());
      update.executeUpdate();
    }
  }
}
