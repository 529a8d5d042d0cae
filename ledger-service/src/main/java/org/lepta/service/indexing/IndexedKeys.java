package org.lepta.service.indexing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.lepta.ledger.codec.LeafCodec;
import org.lepta.ledger.entry.Kind;
import org.lepta.ledger.entry.Leaf;
import org.lepta.ledger.entry.LogKey;
import org.lepta.service.transparency.proof.RecordedKeys;

/** The keys of logs that the index holds, read on as it grows. Thread-safe. */
public final class IndexedKeys {

  private final DataSource database;
  private final RecordedKeys keys = new RecordedKeys();
  private long next;

  public IndexedKeys(DataSource database) {
    this.database = database;
  }

  /** Reads what is new; what is returned grows with every call. */
  public synchronized RecordedKeys read() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "SELECT leaf, bytes FROM entry WHERE kind = ? AND leaf >= ? ORDER BY leaf")) {
      query.setString(1, Kind.LOG_KEY.label());
      query.setLong(2, next);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          long leaf = rows.getLong(1);
          named(leaf, LeafCodec.decode(rows.getBytes(2))).ifPresent(keys::take);
          next = leaf + 1;
        }
      }
    }
    return keys;
  }

  /** The key that a leaf names; a repeat names none. */
  public static Optional<RecordedKeys.Named> named(long index, Leaf leaf) {
    return leaf.entry().body() instanceof LogKey key && leaf.repeatOf() == null
        ? Optional.of(
            new RecordedKeys.Named(
                index, leaf.entry().id(), leaf.recordedBy(), key.vkey(), key.replaces()))
        : Optional.empty();
  }
}
