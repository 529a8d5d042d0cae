package org.lepta.service.indexing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.lepta.ledger.codec.LeafCodec;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.kernel.Identity;
import org.lepta.service.ledger.recording.RecordedEntries;

/** Tells the recorder what is on the ledger already, by the index. Thread-safe. */
public final class IndexedEntries implements RecordedEntries {

  private final DataSource database;
  private final Indexer indexer;

  public IndexedEntries(DataSource database, Indexer indexer) {
    this.database = database;
    this.indexer = indexer;
  }

  @Override
  public Map<Identity, Entry> find(Collection<Identity> identities) {
    Set<Identity> wanted = new HashSet<>(identities);
    Map<Identity, Entry> found = new HashMap<>();
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                // Ids one by one, whatever the planner thinks of the table while it grows.
                "SELECT e.kind, e.stated_by, e.id, e.bytes FROM unnest(?) AS k (id), LATERAL"
                    + " (SELECT * FROM entry WHERE id = k.id AND repeat_of IS NULL OFFSET 0) e")) {
      query.setArray(
          1,
          connection.createArrayOf(
              "text", wanted.stream().map(Identity::id).distinct().toArray(String[]::new)));
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          Identity identity =
              new Identity(
                  Kind.ofLabel(rows.getString(1)).orElseThrow(),
                  rows.getString(2),
                  rows.getString(3));
          if (wanted.contains(identity)) {
            found.put(identity, LeafCodec.decodeEntry(rows.getBytes(4)));
          }
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("the index cannot be read", e);
    }
  }

  @Override
  public long indexedHeight() {
    return indexer.height();
  }

  @Override
  public boolean awaitIndexed(long block, Duration timeout) throws InterruptedException {
    return indexer.awaitBlock(block, timeout);
  }
}
