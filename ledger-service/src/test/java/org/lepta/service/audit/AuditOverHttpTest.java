package org.lepta.service.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.ledger.entry.Entry;
import org.lepta.service.testing.RandomEntries;
import org.lepta.service.testing.RunningService;
import org.lepta.service.testing.TestDatabase;
import org.lepta.service.transparency.log.TransparencyLog;
import org.lepta.service.transparency.proof.KnownLogs;

/** A running service is audited as anyone can audit it. */
final class AuditOverHttpTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.empty();

  @TempDir static Path data;
  @TempDir Path own;
  private static RunningService service;

  @BeforeAll
  static void start() throws Exception {
    service =
        RunningService.start(data, DATABASE.settings(), "--lepta.log.origin=log.example.org/audit");
    service.record(RandomEntries.registered().toArray(Entry[]::new));
    service.record(new RandomEntries(5).next(400));
    long size = service.json("/api/v1/status").at("/log/size").asLong();
    assertThat(service.bean(TransparencyLog.class).awaitPublished(size, Duration.ofSeconds(30)))
        .isTrue();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private Audit audit(@Nullable Path save) {
    Trust trust = new Trust(null, new KnownLogs(own.resolve("known_logs")));
    return new Audit(trust, save, (done, size) -> {});
  }

  @Test
  void itsFiguresAreThoseOfItsLog() throws Exception {
    Path save = own.resolve("evidence");
    Report report = audit(save).run(List.of(service.base(), data.toString()));

    assertThat(report.logs())
        .allSatisfy(log -> {
          assertThat(log.differences()).isEmpty();
          assertThat(log.unchecked()).isNull();
        });
    assertThat(report.outcome()).isEqualTo(Report.Outcome.EQUAL);
    assertThat(report.logs().getFirst().figures()).isGreaterThan(200);
    assertThat(report.notices()).hasSize(1);
    assertThat(save.resolve("1/checkpoint")).exists();
    assertThat(ReportJson.of(report)).contains("\"outcome\" : \"EQUAL\"");
    // What was downloaded is a log folder of its own.
    assertThat(audit(null).run(List.of(save.resolve("1").toString())).outcome())
        .isEqualTo(Report.Outcome.EQUAL);
  }

  @Test
  void aDownloadGoesOnWhereItWasBrokenOffAndIsChecked() throws Exception {
    Path save = own.resolve("evidence");
    audit(save).run(List.of(service.base()));
    Path first = save.resolve("1/tile/entries/000");
    byte[] whole = Files.readAllBytes(first);
    byte[] damaged = whole.clone();
    damaged[40] ^= 1;
    Files.write(first, damaged);

    assertThat(audit(save).run(List.of(service.base())).outcome()).isEqualTo(Report.Outcome.EQUAL);
    assertThat(first).hasBinaryContent(whole);
    Files.delete(first);
    assertThat(audit(save).run(List.of(service.base())).outcome()).isEqualTo(Report.Outcome.EQUAL);
    assertThat(first).hasBinaryContent(whole);
  }

  @Test
  void anotherTotalThanTheLogGivesIsNamed() throws Exception {
    execute("UPDATE fund_total SET donated = donated + 0.01 WHERE fund = 'm1'");
    try {
      assertThat(audit(null).run(List.of(service.base())).logs().getFirst().differences())
          .singleElement()
          .satisfies(difference -> {
            assertThat(difference.check()).isEqualTo(Check.FIGURE);
            assertThat(difference.detail()).startsWith("donated of funds m1 in RUB: ");
          });
    } finally {
      execute("UPDATE fund_total SET donated = donated - 0.01 WHERE fund = 'm1'");
    }
  }

  @Test
  void anotherCountThanTheLogGivesIsNamed() throws Exception {
    execute("UPDATE entry_count SET entries = entries + 1 WHERE kind = 'grant'");
    try {
      assertThat(audit(null).run(List.of(service.base())).logs().getFirst().differences())
          .extracting(Difference::check)
          .containsExactly(Check.COUNT);
    } finally {
      execute("UPDATE entry_count SET entries = entries - 1 WHERE kind = 'grant'");
    }
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = DATABASE.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
