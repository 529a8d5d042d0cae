package org.lepta.service.transparency.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lepta.service.transparency.proof.Faults.assertFault;
import static org.lepta.service.transparency.proof.NoteSamples.LOG;
import static org.lepta.service.transparency.proof.NoteSamples.ORIGIN;
import static org.lepta.service.transparency.proof.NoteSamples.STRANGER;
import static org.lepta.service.transparency.proof.NoteSamples.WITNESS;
import static org.lepta.service.transparency.proof.NoteSamples.seed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.service.transparency.proof.KnownLogs.Meeting;

class KnownLogsTest {

  @TempDir Path folder;
  private Path file = Path.of("known_logs");
  private KnownLogs known = new KnownLogs(file);

  @BeforeEach
  void start() {
    file = folder.resolve("lepta").resolve("known_logs");
    known = new KnownLogs(file);
  }

  @Test
  void areNoneWithoutAFile() throws FaultException, IOException {
    assertThat(known.all()).isEmpty();
    assertThat(file).doesNotExist();
  }

  @Test
  void keepTheKeyOfALogThatIsMetForTheFirstTime() throws FaultException, IOException {
    assertThat(known.meet(LOG.verifierKey())).isEqualTo(Meeting.FIRST);
    assertThat(known.meet(STRANGER.verifierKey())).isEqualTo(Meeting.FIRST);
    assertThat(known.meet(LOG.verifierKey())).isEqualTo(Meeting.KNOWN);

    assertThat(known.all()).containsExactly(LOG.verifierKey(), STRANGER.verifierKey());
    assertThat(file).hasContent(LOG.verifierKey() + "\n" + STRANGER.verifierKey());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(folder.resolve("lepta")).isDirectoryNotContaining("glob:**.new");
  }

  @Test
  void neverTakeAnotherKeyForALogTheyKnow() throws FaultException, IOException {
    known.meet(LOG.verifierKey());
    VerifierKey other = NoteSigner.ofLog(ORIGIN, seed("another seed")).verifierKey();

    assertThat(known.meet(other)).isEqualTo(Meeting.OTHER_KEY);

    assertThat(known.all()).containsExactly(LOG.verifierKey());
  }

  @Test
  void followToAKeyThatTookOverFromAKnownOne() throws FaultException, IOException {
    VerifierKey next = NoteSigner.ofLog(ORIGIN, seed("the next seed")).verifierKey();
    assertThat(known.follow(LOG.verifierKey(), next)).isFalse();
    known.meet(LOG.verifierKey());

    assertThat(known.follow(LOG.verifierKey(), next)).isTrue();
    assertThat(known.follow(LOG.verifierKey(), next)).isFalse();

    assertThat(known.all()).containsExactly(LOG.verifierKey(), next);
    assertThat(known.meet(next)).isEqualTo(Meeting.KNOWN);
  }

  @Test
  void keepWhatTheUserWroteByHand() throws FaultException, IOException {
    String byHand = "# from the annual report\n\n" + STRANGER.verifierKey();
    Files.createDirectories(folder.resolve("lepta"));
    Files.writeString(file, byHand);

    known.meet(LOG.verifierKey());

    assertThat(file).hasContent(byHand + "\n" + LOG.verifierKey());
  }

  @Test
  void nameTheLineThatIsNoKeyAndStayAsTheyAre() throws IOException {
    Files.createDirectories(folder.resolve("lepta"));
    Files.writeString(file, "\n" + LOG.verifierKey().name() + "\n");
    assertFault(Fault.KEY_MALFORMED, 2, () -> known.all());

    Files.writeString(file, LOG.verifierKey() + "x\n");
    assertFault(Fault.KEY_MALFORMED, 1, () -> known.meet(STRANGER.verifierKey()));

    assertThat(file).hasContent(LOG.verifierKey() + "x");
  }

  @Test
  void keepTheKeyOfAWitnessBesideThatOfTheLog() throws FaultException, IOException {
    known.meet(LOG.verifierKey());

    assertThat(known.meet(WITNESS.verifierKey())).isEqualTo(Meeting.FIRST);
    assertThat(known.meet(WITNESS.verifierKey())).isEqualTo(Meeting.KNOWN);

    assertThat(known.all()).containsExactly(LOG.verifierKey(), WITNESS.verifierKey());
  }
}
