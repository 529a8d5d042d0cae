package org.lepta.service.indexing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.transparency.proof.Frontier;

/** Applies one group of blocks in one database transaction: all of it, or nothing. */
final class GroupWriter {

  /**
   * A group asks for rows by their keys and for nothing else. The planner is told so, because while
   * the tables grow its statistics lag behind and it would read them whole.
   */
  private static final String BY_KEY =
      "SET LOCAL enable_seqscan = off; SET LOCAL enable_hashjoin = off;"
          + " SET LOCAL enable_mergejoin = off; SET LOCAL jit = off";

  private final DataSource database;
  private final List<Projection> projections;
  private final Statistics statistics;

  GroupWriter(DataSource database, List<Projection> projections) {
    this.database = database;
    this.projections = List.copyOf(projections);
    this.statistics = new Statistics(database);
  }

  /** Where the index stands: the number of the next block. */
  long height() throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      LogState state = LogState.lock(connection);
      connection.commit();
      return state.height();
    }
  }

  /** The header hash of a block that is indexed. */
  Sha256 headerHash(long block) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement("SELECT header_hash FROM block_root WHERE block = ?")) {
      query.setLong(1, block);
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          throw new BrokenIndexException("block " + block + " has no root in the index");
        }
        return Sha256.of(row.getBytes(1));
      }
    }
  }

  /**
   * Writes the blocks that follow the index; durable on return.
   *
   * @throws BrokenIndexException if the blocks do not follow, or an invariant breaks
   */
  void write(List<DecodedBlock> blocks) throws SQLException {
    statistics.grownTo(writeAll(blocks));
  }

  private long writeAll(List<DecodedBlock> blocks) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (Statement planner = connection.createStatement()) {
        planner.execute(BY_KEY);
        long size = write(connection, blocks);
        connection.commit();
        return size;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    }
  }

  /** Returns the size of the log after them. */
  private long write(Connection connection, List<DecodedBlock> blocks) throws SQLException {
    LogState log = LogState.lock(connection);
    if (blocks.getFirst().number() != log.height()) {
      throw new BrokenIndexException(
          "block " + blocks.getFirst().number() + " does not follow height " + log.height());
    }
    LeafStateStore store = new LeafStateStore(connection);
    LeafState state =
        store.load(
            log.frontier().size(),
            blocks.stream().flatMap(block -> block.transactions().stream()).toList());
    Frontier frontier = log.frontier();
    List<IndexedEntry> entries = build(connection, blocks, state, frontier);
    EntryRows.write(connection, entries);
    store.save(state, entries);
    for (Projection projection : projections) {
      projection.apply(connection, entries);
    }
    IdentityCheck.check(connection, state.changedFunds());
    new LogState(blocks.getLast().number() + 1, frontier, log.voided() + state.voided())
        .save(connection);
    return frontier.size();
  }

  private static List<IndexedEntry> build(
      Connection connection, List<DecodedBlock> blocks, LeafState state, Frontier frontier)
      throws SQLException {
    LeafBuilder builder = new LeafBuilder(state);
    List<IndexedEntry> entries = new ArrayList<>();
    for (DecodedBlock block : blocks) {
      for (RecordedTransaction transaction : block.transactions()) {
        for (IndexedEntry entry : builder.build(transaction)) {
          frontier.append(entry.hash());
          entries.add(entry);
        }
      }
      LogState.saveRoot(connection, block.number(), block.headerHash(), frontier, block.time());
    }
    return entries;
  }
}
