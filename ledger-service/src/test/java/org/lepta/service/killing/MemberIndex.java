package org.lepta.service.killing;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.lepta.service.indexing.Indexer;
import org.lepta.service.indexing.read.TotalsProjection;
import org.lepta.service.ledger.UnreachableException;
import org.lepta.service.ledger.connection.ConnectionFile;
import org.lepta.service.ledger.fabric.FabricLedger;
import org.lepta.service.ledger.fabric.FabricLimits;
import org.lepta.service.ledger.fabric.FabricSettings;
import org.lepta.service.network.Network;

/** The index that another participant computes from its own peer, in a database of its own. */
final class MemberIndex implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final FabricLedger ledger;
  private final Indexer indexer;
  private final DataSource database;

  private MemberIndex(FabricLedger ledger, Indexer indexer, DataSource database) {
    this.ledger = ledger;
    this.indexer = indexer;
    this.database = database;
  }

  static MemberIndex start(Network network, String participant, DataSource database)
      throws IOException, SQLException, InterruptedException, UnreachableException {
    FabricLedger ledger =
        FabricLedger.open(
            FabricSettings.of(
                    ConnectionFile.read(network.connectionFile(participant)), FabricLimits.DEFAULT)
                .readingOnly());
    Indexer indexer = new Indexer(ledger, database, List.of(new TotalsProjection()));
    indexer.start();
    return new MemberIndex(ledger, indexer, database);
  }

  long height() throws UnreachableException {
    return ledger.height();
  }

  /** Size and root of the log after so many blocks, as soon as they are indexed. */
  String root(long height) throws SQLException, InterruptedException {
    if (!indexer.awaitBlock(height - 1, PATIENCE)) {
      throw new IllegalStateException("not indexed", indexer.broken().orElse(null));
    }
    return column(
            "SELECT size || ' ' || encode(root, 'hex') FROM block_root WHERE block = %d"
                .formatted(height - 1))
        .iterator()
        .next();
  }

  /** Kinds and ids of all entries. */
  Set<String> entries() throws SQLException {
    return column("SELECT kind || ':' || id FROM entry");
  }

  /** How often an entry stands there a second time. */
  long doubled() throws SQLException {
    String count =
        column("SELECT count(*) - count(DISTINCT (kind, stated_by, id)) FROM entry")
            .iterator()
            .next();
    return Long.parseLong(count);
  }

  private Set<String> column(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      Set<String> values = new HashSet<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }

  @Override
  public void close() {
    indexer.close();
    ledger.close();
  }
}
