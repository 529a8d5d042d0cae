package org.lepta.service.transparency.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.service.testing.TestDatabase;
import org.lepta.service.transparency.proof.NoteCheck;
import org.lepta.service.transparency.proof.NoteSigner;
import org.lepta.service.transparency.proof.Policy;
import org.lepta.service.transparency.proof.SignedNote;
import org.lepta.service.transparency.proof.VerifierKey;
import org.lepta.service.transparency.witness.OwnRoot;
import org.lepta.service.transparency.witness.Witness;
import org.lepta.service.transparency.witness.WitnessServer;

/** A log whose quorum is a real witness changes its key. */
final class KeyChangeCosigningTest {

  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final NoteSigner WITNESS =
      NoteSigner.ofWitness("witness.example/w1", new byte[NoteSigner.SEED_BYTES]);

  @RegisterExtension
  static final TestDatabase DATABASE =
      TestDatabase.preparedBy(
          "migrated", database -> Flyway.configure().dataSource(database).load().migrate());

  @TempDir Path folder;
  private final BlockLog source = new BlockLog();
  private final List<VerifierKey> watched = new CopyOnWriteArrayList<>();

  @BeforeEach
  void forget() throws Exception {
    try (Connection connection = DATABASE.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("DELETE FROM log_checkpoint");
    }
  }

  private WitnessServer witness() throws Exception {
    Witness witness =
        Witness.open(
            WITNESS, origin -> watched, OwnRoot.NONE, folder.resolve("witness"), Clock.systemUTC());
    return WitnessServer.start(witness, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  private TransparencyLog open(WitnessServer witness) throws Exception {
    String policy =
        "witness w1 %s http://127.0.0.1:%d%nquorum w1%n"
            .formatted(WITNESS.verifierKey(), witness.port());
    return TransparencyLog.open(
        data(),
        Station.ORIGIN,
        Policy.parse(policy.getBytes(UTF_8)),
        DATABASE.dataSource(),
        source);
  }

  private Path data() {
    return folder.resolve("data");
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (!condition.call()) {
      assertThat(System.nanoTime() - end).isNegative();
      Thread.sleep(20);
    }
  }

  private static boolean isShownUnder(TransparencyLog log, VerifierKey key, long size)
      throws Exception {
    byte[] shown = log.checkpoint().orElse(new byte[0]);
    return new String(shown, UTF_8).startsWith(Station.ORIGIN + "\n" + size + "\n")
        && NoteCheck.of(SignedNote.parse(shown), List.of(key, WITNESS.verifierKey()))
                .verified()
                .size()
            == 2;
  }

  @Test
  void witnessThatWasGivenBothKeysCosignsAcrossTheChange() throws Exception {
    try (WitnessServer witness = witness()) {
      LogKeyFiles files = new LogKeyFiles(data());
      VerifierKey old;
      try (TransparencyLog log = open(witness)) {
        old = files.inUse();
        watched.add(old);
        source.block("log-key A " + old).blocks(99);
        log.start();
        await(() -> isShownUnder(log, old, 100));
      }
      VerifierKey next = files.prepareNext();
      source.block("log-key A " + next + " " + old);
      watched.add(next);
      try (TransparencyLog log = open(witness)) {
        assertThat(isShownUnder(log, old, 100)).isTrue();
        assertThat(log.nextKey()).contains(next.toString());
        log.start();

        await(() -> isShownUnder(log, next, 101));
        source.blocks(5);
        await(() -> isShownUnder(log, next, 106));
        assertThat(log.state().alarm()).isNull();
      }
    }
  }

  @Test
  void witnessThatKnowsTheOldKeyAloneDelaysWhatIsCosigned() throws Exception {
    try (WitnessServer witness = witness()) {
      LogKeyFiles files = new LogKeyFiles(data());
      try (TransparencyLog log = open(witness)) {
        watched.add(files.inUse());
        source.block("log-key A " + files.inUse());
        log.start();
        await(() -> isShownUnder(log, files.inUse(), 1));
      }
      VerifierKey old = files.inUse();
      VerifierKey next = files.prepareNext();
      source.block("log-key A " + next + " " + old);
      try (TransparencyLog log = open(witness)) {
        log.start();
        await(() -> next.toString().equals(log.state().vkey()));
        await(() -> log.state().witnesses().getFirst().trouble() != null);
        assertThat(log.state().alarm()).isNull();
        assertThat(log.proofs()).isPresent();

        watched.add(next);
        await(() -> isShownUnder(log, next, 2));
      }
    }
  }
}
