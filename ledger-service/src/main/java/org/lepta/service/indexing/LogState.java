package org.lepta.service.indexing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.transparency.proof.Frontier;

/**
 * How far index and log came.
 *
 * @param height number of the next block
 * @param frontier right edge of the Merkle tree; its size is the number of leaves
 * @param voided entries in valid transactions that are void by rule
 */
record LogState(long height, Frontier frontier, long voided) {

  /** Reads the row and locks it, so that two indexers of one database take turns. */
  static LogState lock(Connection connection) throws SQLException {
    try (PreparedStatement query =
            connection.prepareStatement(
                "SELECT height, frontier, voided FROM log_state FOR UPDATE");
        ResultSet row = query.executeQuery()) {
      if (row.next()) {
        return new LogState(row.getLong(1), Frontier.fromBytes(row.getBytes(2)), row.getLong(3));
      }
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO log_state (height, size, frontier, voided) VALUES (0, 0, ?, 0)"
                + " ON CONFLICT DO NOTHING")) {
      insert.setBytes(1, Frontier.empty().toBytes());
      insert.executeUpdate();
    }
    return new LogState(0, Frontier.empty(), 0);
  }

  void save(Connection connection) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE log_state SET height = ?, size = ?, frontier = ?, voided = ?")) {
      update.setLong(1, height);
      update.setLong(2, frontier.size());
      update.setBytes(3, frontier.toBytes());
      update.setLong(4, voided);
      update.executeUpdate();
    }
  }

  static void saveRoot(
      Connection connection, long block, Sha256 headerHash, Frontier frontier, Instant committed)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO block_root (block, header_hash, size, root, committed)"
                + " VALUES (?, ?, ?, ?, ?)")) {
      insert.setLong(1, block);
      insert.setBytes(2, headerHash.bytes());
      insert.setLong(3, frontier.size());
      insert.setBytes(4, frontier.root().bytes());
      insert.setTimestamp(5, Timestamp.from(committed));
      insert.executeUpdate();
    }
  }
}
