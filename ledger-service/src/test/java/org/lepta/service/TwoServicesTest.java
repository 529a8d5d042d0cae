package org.lepta.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.Organisation;
import org.lepta.service.exchange.ImportJob;
import org.lepta.service.exchange.ImportOptions;
import org.lepta.service.exchange.Imports;
import org.lepta.service.indexing.Indexer;
import org.lepta.service.ledger.Members;
import org.lepta.service.ledger.embedded.EmbeddedLedger;
import org.lepta.service.ledger.recording.RecordedEntries;
import org.lepta.service.sample.Sample;
import org.lepta.service.sample.SampleLoader;
import org.lepta.service.submission.Submissions;
import org.lepta.service.testing.RunningService;
import org.lepta.service.testing.Samples;
import org.lepta.service.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Two services that read the same blocks: one while they came, the other all at once. */
final class TwoServicesTest {

  @RegisterExtension static final TestDatabase FIRST = TestDatabase.empty();
  @RegisterExtension static final TestDatabase SECOND = TestDatabase.empty();

  @RegisterExtension static final TestDatabase WATCHED = TestDatabase.empty();
  @RegisterExtension static final TestDatabase MEMBER = TestDatabase.empty();

  private static final int SAMPLE_ENTRIES = 1_500;

  @TempDir Path folder;

  /** A block's number, the size of the log after it and its root. */
  private record Root(long block, long size, String root) {}

  @Test
  void overTheSameBlockFileGiveByteIdenticalLeavesAndTotals() throws Exception {
    Path data = folder.resolve("first");
    try (RunningService live = RunningService.start(data, FIRST.settings())) {
      loadPartOfTheSample(live);
      importGrants(live);
    }
    Path copy = folder.resolve("second");
    copyLedger(data.resolve("ledger"), copy.resolve("ledger"));
    // With a key of its own the second one would record it, and so have an entry more.
    Files.copy(
        data.resolve("log-key"), copy.resolve("log-key"), StandardCopyOption.COPY_ATTRIBUTES);

    try (RunningService first = RunningService.start(data, FIRST.settings());
        RunningService second = RunningService.start(copy, SECOND.settings())) {
      settle(first);
      settle(second);
      List<byte[]> leaves = leaves(first);
      List<byte[]> others = leaves(second);

      assertThat(leaves).hasSizeGreaterThan(SAMPLE_ENTRIES);
      assertThat(others).hasSameSizeAs(leaves);
      for (int leaf = 0; leaf < leaves.size(); leaf++) {
        assertThat(others.get(leaf)).as("leaf %d", leaf).isEqualTo(leaves.get(leaf));
      }
      assertThat(roots(second)).isNotEmpty().isEqualTo(roots(first));
      assertThat(second.get("/api/v1/totals").body())
          .contains("\"managed\":[{", "\"reported\":[{")
          .isEqualTo(first.get("/api/v1/totals").body());
      for (String field : List.of("/log/origin", "/log/size", "/log/root", "/log/vkey")) {
        assertThat(second.json("/api/v1/status").at(field))
            .isEqualTo(first.json("/api/v1/status").at(field));
      }
    }
  }

  /** What a member's service cosigns, it has computed itself from its own blocks. */
  @Test
  void oneCosignsTheOthersLogAndNoRootThatItDidNotRebuild() throws Exception {
    Path data = folder.resolve("watched");
    try (RunningService alone = RunningService.start(data, WATCHED.settings())) {
      importGrants(alone);
      settle(alone);
    }
    Path copy = folder.resolve("member");
    copyLedger(data.resolve("ledger"), copy.resolve("ledger"));
    Files.copy(
        data.resolve("log-key"), copy.resolve("log-key"), StandardCopyOption.COPY_ATTRIBUTES);

    try (RunningService member =
        RunningService.start(copy, MEMBER.settings(), "--lepta.log.cosign=true")) {
      settle(member);
      String key = member.json("/api/v1/status").at("/witness").asString();
      Path policy = folder.resolve("policy");
      Files.writeString(
          policy, "witness member %s %s/witness%nquorum member%n".formatted(key, member.base()));
      try (RunningService watched =
          RunningService.start(data, WATCHED.settings(), "--lepta.log.policy=" + policy)) {
        settle(watched);
        long size = watched.json("/api/v1/status").at("/log/size").asLong();
        awaitCosigned(watched, size);

        assertThat(watched.get("/log/checkpoint").body())
            .contains("\n" + size + "\n")
            .contains("/rebuilt ");
        assertThat(watched.get("/log/policy").body())
            .startsWith("log lepta.local/")
            .contains("\nwitness member " + key)
            .endsWith("\nquorum member\n");

        watched.record(
            new Entry(Header.of("XI-LEPTA-NEWCOMER", "XI-LEPTA-LOCAL"), new Organisation(null)));
        settle(watched);

        assertThat(watched.json("/api/v1/status").at("/log/size").asLong()).isGreaterThan(size);
        awaitTrouble(watched, "it answers 503");
        assertThat(watched.json("/api/v1/status").at("/log/cosigned/size").asLong())
            .isEqualTo(size);
      }
    }
  }

  private static final class EnoughException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static void loadPartOfTheSample(RunningService service) {
    SampleLoader loader =
        new SampleLoader(
            service.bean(Members.class),
            service.bean(Submissions.class),
            service.bean(RecordedEntries.class),
            Samples.KEEPER);
    assertThatThrownBy(() ->
            loader.load(
                Sample.standard(),
                (entries, next) -> {
                  if (entries > SAMPLE_ENTRIES) {
                    throw new EnoughException();
                  }
                }))
        .isInstanceOf(EnoughException.class);
  }

  private void importGrants(RunningService service) throws Exception {
    Path file = folder.resolve("grants.json");
    try (InputStream grants = TwoServicesTest.class.getResourceAsStream("/exchange/grants.json")) {
      Files.copy(Objects.requireNonNull(grants), file);
    }
    Imports imports = service.bean(Imports.class);
    ImportOptions options = new ImportOptions(null, ImportOptions.DateOrder.ISO_ONLY, false);
    String id = imports.start(file, "grants.json", options).id();
    ImportJob job = imports.find(id).orElseThrow();
    while (!job.isEnded()) {
      Thread.onSpinWait();
      job = imports.find(id).orElseThrow();
    }
    assertThat(job.state()).isEqualTo("done");
  }

  private static void awaitCosigned(RunningService service, long size) throws Exception {
    await(service, log -> log.at("/cosigned/size").asLong() == size);
  }

  private static void awaitTrouble(RunningService service, String trouble) throws Exception {
    await(service, log -> log.at("/witnesses/0/trouble").asString("").equals(trouble));
  }

  private static void await(RunningService service, Predicate<JsonNode> expected) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    JsonNode log = service.json("/api/v1/status").at("/log");
    while (!expected.test(log)) {
      assertThat(System.nanoTime() - end).as(log.toString()).isNegative();
      Thread.sleep(50);
      log = service.json("/api/v1/status").at("/log");
    }
  }

  /** All but the lock of who has it open. */
  private static void copyLedger(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : (Iterable<Path>) all::iterator) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else if (!path.getFileName().toString().equals("lock")) {
          Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }

  private static void settle(RunningService service) throws InterruptedException {
    long newest = service.bean(EmbeddedLedger.class).height() - 1;
    assertThat(service.bean(Indexer.class).awaitBlock(newest, Duration.ofSeconds(60))).isTrue();
  }

  private static List<byte[]> leaves(RunningService service) {
    return JdbcClient.create(service.bean(DataSource.class))
        .sql("SELECT bytes FROM entry ORDER BY leaf")
        .query((row, n) -> row.getBytes(1))
        .list();
  }

  private static List<Root> roots(RunningService service) {
    return JdbcClient.create(service.bean(DataSource.class))
        .sql("SELECT block, size, encode(root, 'hex') FROM block_root ORDER BY block")
        .query((row, n) -> new Root(row.getLong(1), row.getLong(2), row.getString(3)))
        .list();
  }
}
