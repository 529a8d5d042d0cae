package org.lepta.service.command.move;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.Genesis;
import org.lepta.ledger.entry.Hash;
import org.lepta.ledger.entry.Header;
import org.lepta.service.ledger.embedded.EmbeddedLedger;
import org.lepta.service.ledger.embedded.EmbeddedSettings;
import org.lepta.service.ledger.recording.InOrder;
import org.lepta.service.testing.RunningService;
import org.lepta.service.testing.Samples;
import org.lepta.service.testing.TestDatabase;
import org.lepta.service.transparency.log.TransparencyLog;
import tools.jackson.databind.JsonNode;

/** A ledger that was started under the first rules. */
final class MoveFirstVersionTest {

  @RegisterExtension static final TestDatabase OLD = TestDatabase.empty();
  @RegisterExtension static final TestDatabase NEW = TestDatabase.empty();

  @TempDir Path folder;

  @Test
  void movesAndItsSuccessorHasTheNewestRules() throws Exception {
    record();

    MoveRun.Report report = move();

    assertThat(report.counts())
        .filteredOn(row -> row.name().equals("donation"))
        .allSatisfy(row -> assertThat(row.fresh()).isEqualByComparingTo("2"));
    try (RunningService service =
        RunningService.start(
            folder.resolve("new"), NEW.settings(), "--lepta.log.origin=log.example.org/new")) {
      JsonNode gift = service.json("/api/v1/donations/second");
      assertThat(service.json("/api/v1/entries/0").at("/rulesVersion").asInt()).isEqualTo(2);
      assertThat(gift.at("/moved").asLong()).isPositive();
    }
  }

  private void record() throws Exception {
    Path data = folder.resolve("old");
    try (EmbeddedLedger ledger =
        EmbeddedLedger.open(EmbeddedSettings.ofLepta(data.resolve("ledger")))) {
      String msp = ledger.addMember(Samples.KEEPER).mspId();
      new InOrder(ledger)
          .start(
              Samples.KEEPER,
              new Entry(
                  Header.of("lepta", Samples.KEEPER),
                  Genesis.of("lepta", new Hash("0".repeat(64)), 1, Samples.KEEPER, msp)));
    }
    try (RunningService service = RunningService.start(data, OLD.settings())) {
      assertThat(service.json("/api/v1/entries/0").at("/rulesVersion").asInt()).isEqualTo(1);
      service.record(Samples.fund("fund", Samples.KEEPER, FundMode.MANAGED));
      service.record(
          Samples.donation("first", "fund", "10"), Samples.donation("second", "fund", "5"));
      service.record(Samples.grant("grant", "fund", "12"));
      long size = service.json("/api/v1/status").at("/log/size").asLong();
      assertThat(service.bean(TransparencyLog.class).awaitPublished(size, Duration.ofSeconds(30)))
          .isTrue();
    }
  }

  private MoveRun.Report move() throws Exception {
    Path into = folder.resolve("new");
    try (EmbeddedLedger ledger =
        EmbeddedLedger.open(EmbeddedSettings.ofLepta(into.resolve("ledger")))) {
      ledger.addMember(Samples.KEEPER);
      try (MoveSource source = MoveSource.open(folder.resolve("old"), OLD.dataSource());
          MoveTarget target = MoveTarget.open(into, "lepta", ledger, NEW.dataSource())) {
        MoveRun run = new MoveRun(source, target, "log.example.org/new");
        run.check();
        run.rehearse(leaves -> {});
        return run.run(leaves -> {});
      }
    }
  }
}
