package org.lepta.service.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.ledger.contract.LeptaChaincode;
import org.lepta.service.indexing.IndexedEntries;
import org.lepta.service.ledger.connection.ConnectionFile;
import org.lepta.service.ledger.embedded.EmbeddedLedger;
import org.lepta.service.ledger.fabric.FabricLedger;
import org.lepta.service.ledger.fabric.FabricLimits;
import org.lepta.service.ledger.fabric.FabricSettings;
import org.lepta.service.network.Ordering;
import org.lepta.service.sample.Sample;
import org.lepta.service.sample.SampleLoader;
import org.lepta.service.submission.Submissions;
import org.lepta.service.testing.RunningService;
import org.lepta.service.testing.Samples;
import org.lepta.service.testing.TestNetwork;
import org.lepta.service.transparency.log.TransparencyLog;
import tools.jackson.databind.JsonNode;

/** A ledger of three members moves onto a real network; the command is killed on the way, once. */
final class MoveToFabricTest {

  private static final List<String> FOUNDATIONS = Sample.standard().members().subList(0, 2);
  private static final String ORIGIN = "log.example.org/old";
  private static final String NEW_ORIGIN = "log.example.org/new";

  /** Of each foundation. */
  private static final int MONTHS = 2;

  private static final Duration LONGEST = Duration.ofSeconds(30);

  @RegisterExtension
  static final TestNetwork NETWORK =
      TestNetwork.of(
          Ordering.RAFT,
          LeptaChaincode.class,
          Map.of(
              "operator",
              Samples.KEEPER,
              "foundation-1",
              FOUNDATIONS.getFirst(),
              "foundation-2",
              FOUNDATIONS.getLast()));

  @TempDir Path folder;

  @Test
  void aMoveThatIsKilledGoesOnAndBothLedgersSayTheSame() throws Exception {
    Said before = record();

    killHalfway();
    int code = Lepta.commandLine().execute(words());

    assertThat(code).isZero();
    try (RunningService service = newService()) {
      Said after = Said.by(service);
      assertThat(after).isEqualTo(before);
      assertThat(after.approvals()).isPositive();
      assertThat(service.json("/api/v1/totals").at("/counts/members").asLong()).isEqualTo(2);
      assertThat(service.json("/api/v1/entries/0").at("/previousLog").asString()).isEqualTo(ORIGIN);
    }
  }

  /** What a service says of figures, kinds and texts. */
  private record Said(JsonNode totals, long donations, long approvals, String name) {

    static Said by(RunningService service) throws Exception {
      JsonNode totals = service.json("/api/v1/totals");
      return new Said(
          totals.get("totals"),
          totals.at("/counts/donations").asLong(),
          totals.at("/counts/approvals").asLong(),
          service
              .json("/api/v1/organisations/" + FOUNDATIONS.getFirst())
              .at("/texts/0/text")
              .asString());
    }
  }

  private Said record() throws Exception {
    try (RunningService service =
        RunningService.startAlone(data(), "--lepta.log.origin=" + ORIGIN)) {
      new SampleLoader(
              service.bean(EmbeddedLedger.class),
              service.bean(Submissions.class),
              service.bean(IndexedEntries.class),
              Samples.KEEPER)
          .load(part(), (entries, next) -> {});
      service.record();
      long size = service.json("/api/v1/status").at("/log/size").asLong();
      service.bean(TransparencyLog.class).awaitPublished(size, LONGEST);
      return Said.by(service);
    }
  }

  /** What two of the three foundations recorded in the first months. */
  private static Sample part() {
    Sample all = Sample.standard();
    return new Sample(
        all.organisations(),
        FOUNDATIONS,
        IntStream.range(0, 3 + 3 * MONTHS)
            .filter(chapter -> chapter % 3 < 2)
            .mapToObj(all.chapters()::get)
            .toList());
  }

  private RunningService newService() throws Exception {
    return RunningService.startAlone(
        into(),
        "--lepta.ledger=fabric",
        "--lepta.fabric.connection=" + NETWORK.network().connectionFile("operator"),
        "--lepta.log.origin=" + NEW_ORIGIN);
  }

  private Path data() {
    return folder.resolve("old");
  }

  private Path into() {
    return folder.resolve("new");
  }

  private String[] words() {
    return new String[] {
      "move",
      "--from",
      "embedded",
      "--to",
      "fabric",
      "--data",
      data().toString(),
      "--network",
      NETWORK.data().toString(),
      "--into",
      into().toString(),
      "--origin",
      NEW_ORIGIN
    };
  }

  /** Kills the command as soon as it has moved some transactions. */
  private void killHalfway() throws Exception {
    FabricSettings auditor =
        FabricSettings.of(
            ConnectionFile.read(NETWORK.network().connectionFile("auditor")), FabricLimits.DEFAULT);
    try (FabricLedger blocks = FabricLedger.open(auditor)) {
      long enough = blocks.height() + 6;
      Process command = start();
      while (command.isAlive() && blocks.height() < enough) {
        Thread.sleep(20);
      }
      assertThat(command.isAlive()).as(() -> output()).isTrue();
      command.destroyForcibly().waitFor();
    }
  }

  private Process start() throws Exception {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(List.of("-Xmx512m", "--sun-misc-unsafe-memory-access=allow", "-cp"));
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(Lepta.class.getName());
    command.addAll(List.of(words()));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("output.log").toFile())
        .start();
  }

  private String output() {
    try {
      return Files.readString(folder.resolve("output.log"));
    } catch (IOException e) {
      return e.toString();
    }
  }
}
