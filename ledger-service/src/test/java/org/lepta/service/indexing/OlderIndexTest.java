package org.lepta.service.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lepta.service.testing.Samples.donation;
import static org.lepta.service.testing.Samples.fund;
import static org.lepta.service.testing.Samples.grant;
import static org.lepta.service.testing.Samples.organisation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lepta.ledger.contract.LeptaChaincode;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.Hash;
import org.lepta.ledger.entry.TextHash;
import org.lepta.service.Projections;
import org.lepta.service.ledger.embedded.EmbeddedLedger;
import org.lepta.service.ledger.embedded.EmbeddedSettings;
import org.lepta.service.testing.Samples;
import org.lepta.service.testing.TestDatabase;
import org.lepta.service.testing.TestLedger;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** A data folder of an earlier version goes on under this one. */
final class OlderIndexTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.empty();

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"1", "2", "3", "4", "6", "7", "8", "10", "18", "21"})
  void anIndexOfAnEarlierSchemaBecomesTheOneThatTheBlocksGive(String schema) throws Exception {
    DATABASE.clear();
    try (TestLedger ledger = TestLedger.open(folder, DATABASE.dataSource(), 1)) {
      ledger.record(
          organisation(Samples.KEEPER),
          fund("f", Samples.KEEPER, FundMode.MANAGED),
          fund("r", Samples.KEEPER, FundMode.REPORTED),
          donation("d1", "f", "100"),
          donation("d2", "r", "50.25"),
          titled(grant("g1", "f", "60")));
      ledger.settle();
    }
    Map<String, byte[]> rows = rows();
    DATABASE.clear();
    Flyway.configure().dataSource(DATABASE.dataSource()).target(schema).load().migrate();
    putBack(rows);
    assertThat(DATABASE.values("SELECT id FROM entry WHERE kind = 'donation' ORDER BY leaf"))
        .containsExactly("d1", "d2");

    try (TestLedger ledger = TestLedger.open(folder, DATABASE.dataSource(), 1)) {
      ledger.record(donation("d3", "f", "7"));
    }
    List<Projection> projections = Projections.standard();
    try (EmbeddedLedger still =
        EmbeddedLedger.open(EmbeddedSettings.of(folder, new LeptaChaincode()))) {
      new Indexer(still, DATABASE.dataSource(), projections).catchUp();
      Fsck fsck = new Fsck(still, DATABASE.dataSource(), projections);
      assertThat(fsck.run(rebuilt -> {}).differences()).isEmpty();
    }
    assertThat(DATABASE.values("SELECT id FROM entry WHERE kind = 'donation' ORDER BY leaf"))
        .containsExactly("d1", "d2", "d3");
  }

  private static Entry titled(Entry grant) {
    return new Entry(
        grant.header().with(List.of(new TextHash("title", new Hash("ab".repeat(32))))),
        grant.body());
  }

  /** What every table of this version holds, in PostgreSQL's text form, with its columns. */
  private static Map<String, byte[]> rows() throws SQLException, IOException {
    Map<String, byte[]> rows = new TreeMap<>();
    for (String table : DATABASE.values(TABLES)) {
      try (Connection connection = DATABASE.dataSource().getConnection()) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        copy(connection)
            .copyOut("COPY (SELECT to_jsonb(t) FROM %s t) TO STDOUT".formatted(table), out);
        rows.put(table, out.toByteArray());
      }
    }
    return rows;
  }

  /** Fills the tables that the earlier version had, with the columns that it had. */
  private static void putBack(Map<String, byte[]> rows) throws SQLException, IOException {
    DATABASE.execute("CREATE TABLE entry_0 PARTITION OF entry FOR VALUES FROM (0) TO (2000000)");
    for (String table : DATABASE.values(TABLES)) {
      try (Connection connection = DATABASE.dataSource().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE TEMP TABLE kept (row jsonb)");
        byte[] kept = rows.getOrDefault(table, new byte[0]);
        copy(connection).copyIn("COPY kept FROM STDIN", new ByteArrayInputStream(kept));
        statement.execute("DELETE FROM " + table);
        statement.execute(
            "INSERT INTO %1$s SELECT (jsonb_populate_record(NULL::%1$s, row)).* FROM kept"
                .formatted(table));
        statement.execute("DROP TABLE kept");
      }
    }
  }

  private static final String TABLES =
      "SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace"
          + " AND c.relkind IN ('r', 'p') AND NOT c.relispartition"
          + " AND c.relname <> 'flyway_schema_history' ORDER BY 1";

  private static CopyManager copy(Connection connection) throws SQLException {
    return connection.unwrap(PGConnection.class).getCopyAPI();
  }
}
