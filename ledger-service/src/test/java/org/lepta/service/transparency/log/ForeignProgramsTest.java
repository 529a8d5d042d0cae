package org.lepta.service.transparency.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lepta.service.testing.TestDatabase;
import org.lepta.service.transparency.proof.LogProof;
import org.lepta.service.transparency.proof.Policy;
import org.lepta.service.transparency.proof.VerifierKey;

/** Programs that nobody here wrote accept our log and refuse one that was tampered with. */
final class ForeignProgramsTest {

  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final int RECEIPTS = 100;
  private static final int XMOD_RECEIPTS = 1_000;

  @RegisterExtension
  static final TestDatabase DATABASE =
      TestDatabase.preparedBy(
          "migrated", database -> Flyway.configure().dataSource(database).load().migrate());

  private Path folder = Path.of("");
  private ForeignPrograms programs = new ForeignPrograms(folder);
  private final BlockLog source = new BlockLog();

  @BeforeEach
  void start() throws Exception {
    folder = Files.createTempDirectory("lepta");
    programs = new ForeignPrograms(Files.createDirectory(folder.resolve("f")));
    forget();
  }

  private static void forget() throws Exception {
    try (Connection connection = DATABASE.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("DELETE FROM log_checkpoint");
    }
  }

  @AfterEach
  void stop() throws Exception {
    programs.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private TransparencyLog open(String data, String policy, LogSource leaves) throws Exception {
    return TransparencyLog.open(
        folder.resolve(data),
        Station.ORIGIN,
        Policy.parse(policy.getBytes(UTF_8)),
        DATABASE.dataSource(),
        leaves);
  }

  private static void await(String what, Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (!condition.call()) {
      assertThat(System.nanoTime() - end).as(what).isNegative();
      Thread.sleep(20);
    }
  }

  private static boolean isCosigned(TransparencyLog log, long size) {
    var cosigned = log.state().cosigned();
    return cosigned != null && cosigned.size() == size;
  }

  @Test
  void litewitnessCosignsOurLogAndRefusesAnotherHistoryOfIt() throws Exception {
    ForeignPrograms.need("litewitness");
    ForeignPrograms.need("witnessctl");
    ForeignPrograms.need("ssh-agent");
    VerifierKey key;
    try (TransparencyLog keyOnly = open("log", "quorum none\n", source)) {
      key = VerifierKey.parse(String.valueOf(keyOnly.state().vkey()));
    }
    ForeignPrograms.Running witness = programs.witness("witness.example/foreign", key);
    String policy = witness.policyLine() + "quorum foreign\n";

    try (TransparencyLog log = open("log", policy, source)) {
      log.start();
      source.blocks(100);
      await("100 leaves cosigned", () -> isCosigned(log, 100));
      source.blocks(700);
      await("800 leaves cosigned", () -> isCosigned(log, 800));
      assertThat(log.leaf(799)).isPresent();
    }

    forget();
    Files.createDirectories(folder.resolve("fork"));
    Files.copy(
        folder.resolve("log/log-key"),
        folder.resolve("fork/log-key"),
        StandardCopyOption.COPY_ATTRIBUTES);
    BlockLog other = new BlockLog().blocks(99).block("another leaf").blocks(800);
    try (TransparencyLog fork = open("fork", policy, other)) {
      fork.start();
      assertThat(fork.awaitPublished(900, LONGEST)).isTrue();
      await("refused", () -> fork.state().witnesses().getFirst().trouble() != null);

      assertThat(fork.state().witnesses().getFirst().trouble())
          .startsWith("it finds the checkpoint inconsistent");
      assertThat(fork.state().cosigned()).isNull();
      assertThat(fork.leaf(5)).isEmpty();
    }
  }

  @Test
  void spicyVerifiesOurReceiptsAndRefusesChangedEntries() throws Exception {
    String spicy = ForeignPrograms.need("spicy-torchwood", "spicy");
    Random random = new Random(20261126);
    source.blocks(300, 300, 400);
    try (TransparencyLog log = open("log", "quorum none\n", source)) {
      log.start();
      assertThat(log.awaitPublished(1_000, LONGEST)).isTrue();
      String vkey = String.valueOf(log.state().vkey());
      for (int i = 0; i < RECEIPTS; i++) {
        Path entry = write(log.leaf(random.nextInt(1_000)).orElseThrow());

        assertThat(programs.run(spicy, "-verify", vkey, entry.toString()))
            .as(programs.said())
            .isZero();
      }
      Path entry = write(log.leaf(7).orElseThrow());
      Files.writeString(entry, "leaf 8");
      assertThat(programs.run(spicy, "-verify", vkey, entry.toString())).isNotZero();
    }
  }

  @Test
  void goChecksumDatabaseCodeAcceptsOurLogAndRefusesAChangedByte() throws Exception {
    String xmod = XmodProgram.build(programs, folder);
    Path published = folder.resolve("log/log");
    Path old = folder.resolve("old");
    Path receipts = Files.createDirectory(folder.resolve("receipts"));
    try (TransparencyLog log = open("log", "quorum none\n", source)) {
      log.start();
      source.blocks(700);
      assertThat(log.awaitPublished(700, LONGEST)).isTrue();
      Files.copy(published.resolve("checkpoint"), old);
      source.blocks(800, 1_500);
      assertThat(log.awaitPublished(3_000, LONGEST)).isTrue();
      writeReceipts(log, receipts);
      String[] command = {
        xmod, log.state().vkey(), published.toString(), old.toString(), receipts.toString()
      };

      assertThat(programs.run(command)).as(programs.said()).isZero();
      assertThat(programs.said()).endsWith(XMOD_RECEIPTS + " receipts hold\n");
      for (String changed :
          List.of("log/log/checkpoint", "log/log/tile/entries/003", "log/log/tile/0/003", "old")) {
        assertThat(runWithChangedByte(command, folder.resolve(changed))).as(changed).isNotZero();
      }
      assertThat(runWithChangedByte(command, receipts.resolve("7.entry"))).isNotZero();
      assertThat(programs.run(command)).as(programs.said()).isZero();
    }
  }

  private static void writeReceipts(TransparencyLog log, Path receipts) throws Exception {
    for (int i = 0; i < XMOD_RECEIPTS; i++) {
      PublishedLeaf leaf = log.leaf(3L * i).orElseThrow();
      Files.write(receipts.resolve(i + ".entry"), leaf.bytes());
      Files.write(
          receipts.resolve(i + ".tlog-proof"),
          new LogProof(leaf.proof(), leaf.checkpoint()).bytes());
    }
  }

  private int runWithChangedByte(String[] command, Path file) throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    byte[] changed = bytes.clone();
    changed[changed.length / 2] ^= 1;
    Files.write(file, changed);
    int code = programs.run(command);
    Files.write(file, bytes);
    return code;
  }

  /** Its own form of a receipt is ours without the first line. */
  private Path write(PublishedLeaf leaf) throws IOException {
    Path entry = folder.resolve("x");
    String proof = new String(new LogProof(leaf.proof(), leaf.checkpoint()).bytes(), UTF_8);
    Files.write(entry, leaf.bytes());
    Files.writeString(folder.resolve("x.spicy"), proof.substring(proof.indexOf('\n') + 1));
    return entry;
  }
}
