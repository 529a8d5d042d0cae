package org.lepta.service.transparency.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.service.testing.TestDatabase;
import org.lepta.service.transparency.proof.LogProof;
import org.lepta.service.transparency.proof.NoteSigner;
import org.lepta.service.transparency.proof.Policy;
import org.lepta.service.transparency.proof.ReceiptVerifier;
import org.lepta.service.transparency.proof.Verdict;
import org.lepta.service.transparency.proof.VerifierKey;
import org.lepta.service.transparency.witness.OwnRoot;
import org.lepta.service.transparency.witness.Witness;
import org.lepta.service.transparency.witness.WitnessServer;

/** A log and its witnesses, all of them real, on loopback. */
final class CosigningTest {

  private static final Duration LONGEST = Duration.ofSeconds(30);

  @RegisterExtension
  static final TestDatabase DATABASE =
      TestDatabase.preparedBy(
          "migrated", database -> Flyway.configure().dataSource(database).load().migrate());

  @TempDir Path folder;
  private final BlockLog source = new BlockLog();
  private @Nullable TransparencyLog log;

  @BeforeEach
  void forget() throws Exception {
    try (Connection connection = DATABASE.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("DELETE FROM log_checkpoint");
    }
  }

  @AfterEach
  void close() {
    if (log != null) {
      log.close();
    }
  }

  private TransparencyLog open(String data, String policy) throws Exception {
    log =
        TransparencyLog.open(
            folder.resolve(data),
            Station.ORIGIN,
            Policy.parse(policy.getBytes(UTF_8)),
            DATABASE.dataSource(),
            source);
    return log;
  }

  private static NoteSigner key(int number) {
    byte[] seed = new byte[NoteSigner.SEED_BYTES];
    Arrays.fill(seed, (byte) number);
    return NoteSigner.ofWitness("witness.example/w" + number, seed);
  }

  /** The witness believes whatever key of the log there is at that moment. */
  private WitnessServer witness(int number, int port) throws IOException {
    Witness witness =
        Witness.open(
            key(number),
            origin -> List.of(logKey()),
            OwnRoot.NONE,
            folder.resolve("witness" + number),
            Clock.systemUTC());
    return WitnessServer.start(
        witness, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
  }

  private VerifierKey logKey() {
    try {
      return VerifierKey.parse(String.valueOf(log().state().vkey()));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private TransparencyLog log() {
    if (log == null) {
      throw new IllegalStateException("no log is open");
    }
    return log;
  }

  private static String line(int number, int port) {
    return "witness w%d %s http://127.0.0.1:%d\n"
        .formatted(number, key(number).verifierKey(), port);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void await(String what, Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (!condition.call()) {
      assertThat(System.nanoTime() - end).as(what).isNegative();
      Thread.sleep(20);
    }
  }

  private boolean isCosigned(long size) {
    var cosigned = log().state().cosigned();
    return cosigned != null && cosigned.size() == size;
  }

  @Test
  void receiptCarriesTheCosignaturesThatThePolicyAsksFor() throws Exception {
    try (WitnessServer first = witness(1, 0);
        WitnessServer second = witness(2, 0)) {
      String policy =
          line(1, first.port()) + line(2, second.port()) + "group both all w1 w2\nquorum both\n";
      open("log", policy).start();
      source.blocks(100);
      await("100 leaves cosigned", () -> isCosigned(100));
      source.blocks(200);
      await("300 leaves cosigned", () -> isCosigned(300));

      PublishedLeaf leaf = log().leaf(250).orElseThrow();
      Policy readers =
          Policy.parse(("log " + log().state().vkey() + "\n" + policy).getBytes(UTF_8));
      Verdict verdict =
          ReceiptVerifier.strict(readers)
              .verify(leaf.bytes(), new LogProof(leaf.proof(), leaf.checkpoint()).bytes());

      assertThat(verdict)
          .isInstanceOfSatisfying(
              Verdict.Proven.class, proven -> assertThat(proven.under().witnesses()).hasSize(2));
      assertThat(log().checkpoint()).hasValue(leaf.checkpoint().bytes());
      assertThat(log().state().witnesses())
          .extracting(LogState.WitnessState::size, LogState.WitnessState::trouble)
          .containsOnly(tuple(300L, null));
    }
  }

  @Test
  void firstCosignedCheckpointBehindADrawIsKeptForEver() throws Exception {
    int port = freePort();
    String policy = line(1, port) + "quorum w1\n";
    open("log", policy).start();
    source.blocks(10).block("draw one");
    assertThat(log().awaitPublished(11, LONGEST)).isTrue();
    assertThat(log().afterDraw(10)).isEmpty();
    source.block("draw two");
    assertThat(log().awaitPublished(12, LONGEST)).isTrue();

    try (WitnessServer _ = witness(1, port)) {
      await("cosigned", () -> isCosigned(12));
      byte[] first = log().afterDraw(10).orElseThrow();
      assertThat(new String(first, UTF_8))
          .startsWith(Station.ORIGIN + "\n12\n")
          .contains("witness.example/w1");
      assertThat(log().afterDraw(11)).hasValue(first);
      assertThat(log().afterDraw(9)).isEmpty();
      source.blocks(50);
      await("cosigned", () -> isCosigned(62));
      log().close();

      open("log", policy).start();
      source.block("draw three");
      await("cosigned after a restart", () -> isCosigned(63));
      assertThat(log().afterDraw(10)).hasValue(first);
      assertThat(new String(log().afterDraw(62).orElseThrow(), UTF_8))
          .startsWith(Station.ORIGIN + "\n63\n");
    }
  }

  @Test
  void witnessThatIsDownDelaysReceiptsAndNothingElse() throws Exception {
    int port = freePort();
    open("log", line(1, port) + "quorum w1\n").start();
    source.blocks(100);
    assertThat(log().awaitPublished(100, LONGEST)).isTrue();
    await("trouble shown", () -> log().state().witnesses().getFirst().trouble() != null);

    assertThat(log().leaf(5)).isEmpty();
    assertThat(log().checkpoint()).isPresent();
    assertThat(log().state().alarm()).isNull();

    try (WitnessServer _ = witness(1, port)) {
      await("cosigned after it came back", () -> isCosigned(100));
      assertThat(log().leaf(5)).isPresent();
      await("trouble gone", () -> log().state().witnesses().getFirst().trouble() == null);
    }
  }

  @Test
  void diskThatTakesNoCosignedCheckpointDelaysItAndNothingElse() throws Exception {
    try (WitnessServer witness = witness(1, 0)) {
      open("log", line(1, witness.port()) + "quorum w1\n");
      // A folder that is not empty stands where the file would be put.
      Path inTheWay = folder.resolve("log/cosigned/checkpoint/something");
      Files.createDirectories(inTheWay);
      log().start();
      source.blocks(100);
      await("alarm", () -> log().state().alarm() != null);

      assertThat(log().state().alarm())
          .extracting(LogState.Alarm::code)
          .isEqualTo(LogAlarm.LOG_FILES_TROUBLE);
      source.blocks(100);
      assertThat(log().awaitPublished(200, LONGEST)).isTrue();
      assertThat(log().state().cosigned()).isNull();

      Files.delete(inTheWay);
      Files.delete(inTheWay.getParent());
      await("cosigned after it went away", () -> isCosigned(200));
      await("alarm gone", () -> log().state().alarm() == null);
    }
  }

  @Test
  void whereNobodyIsAskedForTheNewestIsShown() throws Exception {
    open("log", line(1, freePort()) + "quorum none\n").start();
    source.blocks(100);
    assertThat(log().awaitPublished(100, LONGEST)).isTrue();

    assertThat(log().leaf(5)).isPresent();
    assertThat(new String(log().checkpoint().orElseThrow(), UTF_8))
        .startsWith(Station.ORIGIN + "\n100\n");
  }

  @Test
  void cosignedCheckpointIsShownAfterARestartWithoutTheWitness() throws Exception {
    String policy;
    try (WitnessServer witness = witness(1, 0)) {
      policy = line(1, witness.port()) + "quorum w1\n";
      open("log", policy).start();
      source.blocks(100);
      await("cosigned", () -> isCosigned(100));
      log().close();
    }

    open("log", policy);

    assertThat(isCosigned(100)).isTrue();
    assertThat(log().leaf(99)).isPresent();
    assertThat(log().state().witnesses().getFirst().size()).isEqualTo(100);
    assertThat(log().state().witnesses().getFirst().lastSeen()).isNotNull();
  }

  /** Database and files were put back to an older day: only the witness can tell. */
  @Test
  void wholeLogThatWasPutBackStopsSigning() throws Exception {
    try (WitnessServer witness = witness(1, 0)) {
      String policy = line(1, witness.port()) + "quorum w1\n";
      open("log", policy).start();
      source.blocks(100);
      await("cosigned", () -> isCosigned(100));
      log().close();
      forget();
      Files.createDirectories(folder.resolve("older"));
      Files.copy(
          folder.resolve("log/log-key"),
          folder.resolve("older/log-key"),
          StandardCopyOption.COPY_ATTRIBUTES);
      BlockLog other = new BlockLog().block("another history").blocks(20);

      log =
          TransparencyLog.open(
              folder.resolve("older"),
              Station.ORIGIN,
              Policy.parse(policy.getBytes(UTF_8)),
              DATABASE.dataSource(),
              other);
      log.start();

      await("alarm", () -> log().state().alarm() != null);
      assertThat(log().state().alarm())
          .isNotNull()
          .satisfies(alarm -> {
            assertThat(alarm.code()).isEqualTo(LogAlarm.LOG_WITNESS_CONTRADICTS);
            assertThat(alarm.detail())
                .startsWith("the witness w1 holds a checkpoint of our key that is no part of this");
          });
      assertThat(folder.resolve("older/cosigned")).isDirectoryContaining("glob:**/contradiction-*");
    }
  }

  /** A witness that only claims something must not be able to stop a log. */
  @Test
  void claimWithoutOurSignatureIsTrouble() throws Exception {
    try (ClaimingWitness liar = ClaimingWitness.start()) {
      open("log", line(1, liar.port()) + "quorum none\n").start();
      source.blocks(100);
      assertThat(log().awaitPublished(100, LONGEST)).isTrue();
      await("trouble shown", () -> log().state().witnesses().getFirst().trouble() != null);

      assertThat(log().state().witnesses().getFirst().trouble())
          .isEqualTo("it has cosigned the size 999, and does not show what it remembers");
      assertThat(log().state().alarm()).isNull();
      source.blocks(10);
      assertThat(log().awaitPublished(110, LONGEST)).isTrue();
    }
  }
}
