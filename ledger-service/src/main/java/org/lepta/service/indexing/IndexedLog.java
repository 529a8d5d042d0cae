package org.lepta.service.indexing;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.transparency.log.BlockEnd;
import org.lepta.service.transparency.log.LogSource;
import org.lepta.service.transparency.proof.RecordedKeys;

/** The log as the index holds it. Thread-safe. */
public final class IndexedLog implements LogSource {

  private static final int FETCHED_LEAVES = 1_000;

  private final DataSource database;
  private final IndexedKeys keys;
  private final Waiting waiting;

  /** Waits for more blocks. */
  @FunctionalInterface
  private interface Waiting {
    long await(long height, Duration timeout) throws InterruptedException;
  }

  private IndexedLog(DataSource database, Waiting waiting) {
    this.database = database;
    this.keys = new IndexedKeys(database);
    this.waiting = waiting;
  }

  /** Follows an indexer over its database. */
  public static IndexedLog of(DataSource database, Indexer indexer) {
    return new IndexedLog(
        database,
        (height, timeout) -> {
          indexer.awaitBlock(height, timeout);
          return indexer.height();
        });
  }

  /** Reads an index that nobody writes. */
  static IndexedLog still(DataSource database) {
    return new IndexedLog(database, (height, timeout) -> height);
  }

  @Override
  public Optional<BlockEnd> next(long size, long most) throws SQLException {
    Optional<BlockEnd> within =
        end(
            "SELECT size, root FROM block_root WHERE size > ? AND size <= ?"
                + " ORDER BY size DESC, block DESC LIMIT 1",
            size,
            Math.addExact(size, most));
    return within.isPresent()
        ? within
        : end(
            "SELECT size, root FROM block_root WHERE size > ? ORDER BY size, block LIMIT 1", size);
  }

  @Override
  public Optional<Sha256> rootAt(long size) throws SQLException {
    return end("SELECT size, root FROM block_root WHERE size = ? ORDER BY block LIMIT 1", size)
        .map(BlockEnd::root);
  }

  private Optional<BlockEnd> end(String sql, long... parameters) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        query.setLong(i + 1, parameters[i]);
      }
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? Optional.of(new BlockEnd(row.getLong(1), Sha256.of(row.getBytes(2))))
            : Optional.empty();
      }
    }
  }

  @Override
  public void leaves(long from, long to, Sink sink) throws SQLException, IOException {
    try (Connection connection = database.getConnection()) {
      // Without a transaction the driver would hold all rows in memory.
      connection.setAutoCommit(false);
      try (PreparedStatement query =
          connection.prepareStatement(
              "SELECT leaf, bytes FROM entry WHERE leaf >= ? AND leaf < ? ORDER BY leaf")) {
        query.setFetchSize(FETCHED_LEAVES);
        query.setLong(1, from);
        query.setLong(2, to);
        try (ResultSet rows = query.executeQuery()) {
          long expected = from;
          while (rows.next()) {
            if (rows.getLong(1) != expected) {
              throw new BrokenIndexException("the index has no leaf " + expected);
            }
            sink.put(rows.getBytes(2));
            expected++;
          }
        }
      } finally {
        connection.rollback();
      }
    }
  }

  @Override
  public List<Long> draws(long from, long to) throws SQLException {
    List<Long> found = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "SELECT leaf FROM entry WHERE kind = ? AND leaf >= ? AND leaf < ? ORDER BY leaf")) {
      query.setString(1, Kind.DRAW.label());
      query.setLong(2, from);
      query.setLong(3, to);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getLong(1));
        }
      }
    }
    return found;
  }

  @Override
  public RecordedKeys keys() throws SQLException {
    return keys.read();
  }

  @Override
  public long awaitBlocks(long height, Duration timeout) throws InterruptedException {
    return waiting.await(height, timeout);
  }
}
