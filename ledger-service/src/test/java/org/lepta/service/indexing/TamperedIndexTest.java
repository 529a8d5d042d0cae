package org.lepta.service.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.ledger.contract.LeptaChaincode;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.FundMode;
import org.lepta.service.Projections;
import org.lepta.service.ledger.embedded.EmbeddedLedger;
import org.lepta.service.ledger.embedded.EmbeddedSettings;
import org.lepta.service.testing.Samples;
import org.lepta.service.testing.TestDatabase;
import org.lepta.service.testing.TestLedger;

/** Any one of 10,000 entries deleted, edited or put into the index is named by {@code fsck}. */
final class TamperedIndexTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.empty();

  private static final int ENTRIES = 10_000;
  private static final int CHUNK = 1_000;
  private static final int TRIES = Boolean.getBoolean("lepta.long") ? 70 : 4;
  private static final long SEED = 20_261_127;

  @TempDir Path folder;

  @Test
  void isNamedByFsck() throws Exception {
    record();
    Random random = new Random(SEED);
    try (EmbeddedLedger ledger =
        EmbeddedLedger.open(EmbeddedSettings.of(folder, new LeptaChaincode()))) {
      new Indexer(ledger, DATABASE.dataSource(), Projections.standard()).catchUp();
      Fsck fsck = new Fsck(ledger, DATABASE.dataSource(), Projections.standard());
      assertThat(fsck.run(rebuilt -> {}).differences()).isEmpty();
      for (int i = 0; i < TRIES; i++) {
        int leaf = 1 + random.nextInt(ENTRIES);
        execute("CREATE TABLE kept AS SELECT * FROM entry WHERE leaf = " + leaf);
        int named = tamper(i % 3, leaf);

        List<String> differences = fsck.run(rebuilt -> {}).differences();

        assertThat(differences)
            .as("try %d, leaf %d", i, leaf)
            .singleElement()
            .asString()
            .startsWith("entry: ")
            .contains("(" + named + ",");
        mend(leaf, named);
      }
      assertThat(fsck.run(rebuilt -> {}).differences()).isEmpty();
    }
  }

  /** Returns the leaf that fsck has to name. */
  private static int tamper(int how, int leaf) throws SQLException {
    switch (how) {
      case 0 -> execute("DELETE FROM entry WHERE leaf = " + leaf);
      case 1 -> execute("UPDATE entry SET amount = coalesce(amount, 0) + 1 WHERE leaf = " + leaf);
      default -> {
        execute(
            "INSERT INTO entry SELECT (jsonb_populate_record(k, '{\"leaf\": 1000000}')).*"
                + " FROM kept k");
        return 1_000_000;
      }
    }
    return leaf;
  }

  private static void mend(int leaf, int named) throws SQLException {
    execute("DELETE FROM entry WHERE leaf IN (" + leaf + ", " + named + ")");
    execute("INSERT INTO entry SELECT * FROM kept");
    execute("DROP TABLE kept");
  }

  private void record() throws Exception {
    try (TestLedger ledger = TestLedger.open(folder, DATABASE.dataSource())) {
      ledger.record(
          Samples.organisation(Samples.KEEPER),
          Samples.fund("f", Samples.KEEPER, FundMode.MANAGED),
          Samples.fund("r", Samples.KEEPER, FundMode.REPORTED));
      for (int from = 0; from < ENTRIES; from += CHUNK) {
        List<Entry> gifts = new ArrayList<>();
        for (int i = from; i < from + CHUNK; i++) {
          gifts.add(Samples.donation("d" + i, i % 2 == 0 ? "f" : "r", String.valueOf(1 + i)));
        }
        ledger.record(gifts.toArray(Entry[]::new));
      }
      ledger.settle();
    }
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = DATABASE.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
