package org.lepta.service.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lepta.service.testing.Samples.donation;
import static org.lepta.service.testing.Samples.fund;
import static org.lepta.service.testing.Samples.grant;
import static org.lepta.service.testing.Samples.organisation;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.ledger.entry.FundMode;
import org.lepta.service.ledger.recording.RecordResult;
import org.lepta.service.testing.Samples;
import org.lepta.service.testing.TestDatabase;
import org.lepta.service.testing.TestLedger;

/** Entries go through recorder, ledger and index as one. */
final class IndexerTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.empty();

  @TempDir Path folder;
  private TestLedger ledger;

  @BeforeEach
  void open() throws Exception {
    wipe();
    ledger = TestLedger.open(folder, DATABASE.dataSource());
  }

  @AfterEach
  void close() throws Exception {
    ledger.close();
  }

  @Test
  void entriesBecomeLeavesInLedgerOrder() throws Exception {
    assertThat(
            ledger.record(
                organisation(Samples.KEEPER),
                fund("f", Samples.KEEPER, FundMode.MANAGED),
                donation("d1", "f", "100"),
                donation("d2", "f", "50.25"),
                grant("g1", "f", "120")))
        .allSatisfy(result -> assertThat(result).isInstanceOf(RecordResult.Recorded.class));
    ledger.settle();

    assertThat(column("SELECT kind || ':' || id FROM entry ORDER BY leaf"))
        .containsExactly(
            "genesis:lepta",
            "organisation:XI-TEST-KEEPER",
            "fund:f",
            "donation:d1",
            "donation:d2",
            "grant:g1");
    assertThat(column("SELECT account || ' ' || amount FROM balance ORDER BY account"))
        .containsExactly("F:committed 1200000", "F:free 302500");
  }

  @Test
  void sameEntryAgainIsARepeat() throws Exception {
    ledger.record(organisation(Samples.KEEPER), fund("f", Samples.KEEPER, FundMode.MANAGED));
    ledger.record(donation("d1", "f", "100"));

    assertThat(ledger.record(donation("d1", "f", "100")))
        .containsExactly(new RecordResult.Repeated());
    assertThat(ledger.record(donation("d1", "f", "101")))
        .containsExactly(new RecordResult.Refused("EXISTS_WITH_OTHER_CONTENT", "amount"));
    ledger.settle();

    assertThat(column("SELECT count(*) FROM entry WHERE kind = 'donation'")).containsExactly("1");
  }

  @Test
  void lastMoneyGoesToExactlyAsManyGrantsAsItCovers() throws Exception {
    ledger.record(
        organisation(Samples.KEEPER),
        fund("f", Samples.KEEPER, FundMode.MANAGED),
        donation("d1", "f", "1000"));
    List<Callable<RecordResult>> takers = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      String id = "g" + i;
      takers.add(() -> ledger.record(grant(id, "f", "30")).getFirst());
    }
    List<RecordResult> results = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(64)) {
      for (Future<RecordResult> result : threads.invokeAll(takers)) {
        results.add(result.get());
      }
    }
    ledger.settle();

    assertThat(results).filteredOn(r -> r instanceof RecordResult.Recorded).hasSize(33);
    assertThat(results)
        .filteredOn(r -> r instanceof RecordResult.Refused)
        .hasSize(31)
        .allMatch(r -> r.equals(new RecordResult.Refused("FREE_NOT_ENOUGH", "amount")));
    assertThat(column("SELECT amount FROM balance WHERE account = 'F:free'"))
        .containsExactly("100000");
  }

  private static void wipe() throws SQLException {
    try (Connection connection = DATABASE.dataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    }
  }

  private static List<String> column(String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Connection connection = DATABASE.dataSource().getConnection();
        var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }
}
