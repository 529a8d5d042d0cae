package org.lepta.service.ledger.recording;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.lepta.service.ledger.Bytes;

/**
 * Batches that were composed and whose fate is not known yet, and the next batch number of each
 * organisation. A row is durable before its batch is sent.
 */
final class Outbox {

  /** A composed batch; sent again byte for byte until its fate is known. */
  record Pending(String organisation, long number, Bytes request) {}

  private final DataSource database;

  Outbox(DataSource database) {
    this.database = database;
  }

  /** The batches to send again after a start, in order. */
  List<Pending> pending() throws SQLException {
    List<Pending> found = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "SELECT organisation, number, request FROM outbox ORDER BY organisation, number");
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        found.add(new Pending(rows.getString(1), rows.getLong(2), Bytes.of(rows.getBytes(3))));
      }
    }
    return found;
  }

  /** The next number by our own books; 1 for an organisation we have no books of. */
  long nextNumber(String organisation) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "SELECT next_number FROM outbox_number WHERE organisation = ?")) {
      query.setString(1, organisation);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? row.getLong(1) : 1;
      }
    }
  }

  /**
   * Keeps a batch before it is sent; durable on return. Only then it is sent, so that what an
   * attempt with an unknown end may have left under the number can be replaced.
   */
  void keep(Pending batch) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO outbox (organisation, number, request) VALUES (?, ?, ?)"
                      + " ON CONFLICT (organisation, number)"
                      + " DO UPDATE SET request = excluded.request");
          PreparedStatement next =
              connection.prepareStatement(
                  "INSERT INTO outbox_number (organisation, next_number) VALUES (?, ?)"
                      + " ON CONFLICT (organisation)"
                      + " DO UPDATE SET next_number = excluded.next_number")) {
        insert.setString(1, batch.organisation());
        insert.setLong(2, batch.number());
        insert.setBytes(3, batch.request().toArray());
        insert.executeUpdate();
        next.setString(1, batch.organisation());
        next.setLong(2, batch.number() + 1);
        next.executeUpdate();
        connection.commit();
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      }
    }
  }

  /** Forgets a batch whose fate is known. */
  void settle(String organisation, long number) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement delete =
            connection.prepareStatement(
                "DELETE FROM outbox WHERE organisation = ? AND number = ?")) {
      delete.setString(1, organisation);
      delete.setLong(2, number);
      delete.executeUpdate();
    }
  }
}
