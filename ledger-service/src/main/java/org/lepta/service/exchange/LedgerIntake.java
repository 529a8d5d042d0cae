package org.lepta.service.exchange;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.lepta.ledger.codec.LeafCodec;
import org.lepta.ledger.entry.Entry;
import org.lepta.service.ledger.recording.RecordResult;
import org.lepta.service.ledger.recording.RecordedEntries;
import org.lepta.service.submission.Draft;
import org.lepta.service.submission.Submissions;

/**
 * The ledger as an import sees it: looks up in the index, records through submissions. The index
 * may lag behind by what the last few submissions recorded, not by more. For one import.
 */
final class LedgerIntake implements Intake {

  private static final Duration INDEX_WAIT = Duration.ofMinutes(5);

  /** A submission is some thousand entries; what is not indexed yet is kept in memory. */
  private static final int MOST_AHEAD = 3;

  private final DataSource database;
  private final Submissions submissions;
  private final RecordedEntries recorded;

  /** Newest blocks of the last submissions, the oldest of them first. */
  private final Deque<Long> ahead = new ArrayDeque<>();

  /** Newest block of all submissions. */
  private long lastBlock = -1;

  LedgerIntake(DataSource database, Submissions submissions, RecordedEntries recorded) {
    this.database = database;
    this.submissions = submissions;
    this.recorded = recorded;
  }

  @Override
  public Set<String> knownOrganisations(Collection<String> ids) {
    Set<String> known = new HashSet<>();
    query(
        "SELECT id FROM organisation WHERE id = ANY (?)",
        (connection, statement) -> statement.setArray(1, texts(connection, ids)),
        row -> known.add(row.getString(1)));
    return known;
  }

  @Override
  public Map<String, Entry> funds(Collection<String> ids) {
    Map<String, Entry> funds = new HashMap<>();
    query(
        "SELECT f.id, e.bytes FROM fund f JOIN entry e ON e.leaf = f.leaf WHERE f.id = ANY (?)",
        (connection, statement) -> statement.setArray(1, texts(connection, ids)),
        row -> funds.put(row.getString(1), LeafCodec.decodeEntry(row.getBytes(2))));
    return funds;
  }

  @Override
  public List<Entry> lines(Collection<LineKey> keys) {
    List<Entry> lines = new ArrayList<>();
    query(
        // '$' follows '#', so the second range holds exactly the ids that begin with id and '#'.
        // Keys one by one, whatever the planner thinks of the table while it grows.
        "SELECT e.bytes FROM unnest(?, ?) AS k (stated_by, id), LATERAL (SELECT bytes FROM entry"
            + " WHERE id = k.id AND stated_by = k.stated_by AND fund IS NOT NULL"
            + " AND repeat_of IS NULL UNION ALL SELECT bytes FROM entry WHERE id >= k.id || '#'"
            + " AND id < k.id || '$' AND stated_by = k.stated_by AND fund IS NOT NULL"
            + " AND repeat_of IS NULL OFFSET 0) e",
        (connection, statement) -> {
          statement.setArray(1, texts(connection, keys.stream().map(LineKey::statedBy).toList()));
          statement.setArray(2, texts(connection, keys.stream().map(LineKey::id).toList()));
        },
        row -> lines.add(LeafCodec.decodeEntry(row.getBytes(1))));
    return lines;
  }

  @Override
  public List<Outcome> submit(List<Draft> drafts) {
    awaitIndex(oldestAhead());
    try {
      List<RecordResult> results = submissions.submit(drafts);
      remember(results);
      return results.stream().map(LedgerIntake::outcome).toList();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted, the outcome is unknown", e);
    }
  }

  /** The block that must be indexed before more is submitted; -1 if none. */
  private synchronized long oldestAhead() {
    return ahead.size() < MOST_AHEAD ? -1 : ahead.removeFirst();
  }

  private synchronized void remember(List<RecordResult> results) {
    for (RecordResult result : results) {
      if (result instanceof RecordResult.Recorded done) {
        lastBlock = Math.max(lastBlock, done.block());
      }
    }
    ahead.addLast(lastBlock);
  }

  private static Outcome outcome(RecordResult result) {
    return switch (result) {
      case RecordResult.Recorded done -> new Outcome.Recorded();
      case RecordResult.Repeated again -> new Outcome.Unchanged();
      case RecordResult.Refused no -> new Outcome.Refused(no.code(), no.detail());
    };
  }

  @FunctionalInterface
  private interface Binding {
    void bind(Connection connection, PreparedStatement statement) throws SQLException;
  }

  @FunctionalInterface
  private interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  private void query(String sql, Binding binding, RowReader reader) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      binding.bind(connection, statement);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          reader.read(rows);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the index cannot be read", e);
    }
  }

  @Override
  public void settle() {
    long last;
    synchronized (this) {
      last = lastBlock;
    }
    awaitIndex(last);
  }

  private void awaitIndex(long block) {
    try {
      if (block >= 0 && !recorded.awaitIndexed(block, INDEX_WAIT)) {
        throw new IllegalStateException("the index does not follow the ledger");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static Array texts(Connection connection, Collection<String> values) throws SQLException {
    return connection.createArrayOf("text", values.toArray(String[]::new));
  }
}
