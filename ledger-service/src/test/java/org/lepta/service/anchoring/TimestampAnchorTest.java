package org.lepta.service.anchoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.service.transparency.proof.Checkpoint;
import org.lepta.service.transparency.proof.NoteSigner;
import org.lepta.service.transparency.proof.SignedNote;

/** Timestamps from an authority of the test's own, which answers rightly and wrongly. */
class TimestampAnchorTest {

  private static final Duration DAY = Duration.ofDays(1);

  @TempDir Path folder;

  private final GrowingLog log = GrowingLog.of(5);
  private final NoteSigner signer = NoteSigner.ofLog(GrowingLog.ORIGIN, new byte[32]);
  private final SetClock clock = new SetClock(Instant.now());

  @SuppressWarnings("NullAway.Init")
  private TestAuthority authority;

  @BeforeEach
  void start() throws Exception {
    authority = new TestAuthority();
  }

  @AfterEach
  void stop() {
    authority.close();
  }

  private TimestampAnchor anchor(X509Certificate... roots) throws Exception {
    return new TimestampAnchor(
        new TimestampSettings(
            authority.address(), List.of(roots), DAY, Duration.ofSeconds(1), folder),
        this::note,
        clock);
  }

  private Optional<SignedNote> note() {
    return log.newest()
        .map(Checkpoint::text)
        .map(text -> new SignedNote(text, List.of(signer.sign(text))));
  }

  @Test
  void aCheckpointIsStampedAndBothAreKept() throws Exception {
    try (TimestampAnchor anchor = anchor(authority.root)) {
      anchor.look();

      TimestampState.Stamped stamped = Objects.requireNonNull(anchor.state().newest());
      assertThat(stamped.size()).isEqualTo(5);
      assertThat(stamped.root()).isEqualTo(log.root(5));
      assertThat(Files.readAllBytes(anchor.file("5.checkpoint").orElseThrow()))
          .isEqualTo(note().orElseThrow().bytes());
      assertThat(anchor.file("5.tsr")).isPresent();
      assertThat(anchor.file("6.tsr")).isEmpty();
      assertThat(anchor.file("../5.tsr")).isEmpty();
      assertThat(anchor.file(".staging")).isEmpty();
    }
    try (TimestampAnchor again = anchor(authority.root)) {
      assertThat(Objects.requireNonNull(again.state().newest()).size()).isEqualTo(5);
    }
  }

  @Test
  void theNextTokenWaitsForItsTimeAndForMoreEntries() throws Exception {
    try (TimestampAnchor anchor = anchor(authority.root)) {
      anchor.look();
      log.grow(2);
      anchor.look();
      assertThat(anchor.file("7.tsr")).isEmpty();

      authority.ahead = DAY;
      authority.certificate =
          authority.certificate(true, DAY, DAY.multipliedBy(3), KeyPurposeId.id_kp_timeStamping);
      clock.move(DAY.plusMinutes(1));
      anchor.look();
      assertThat(anchor.file("7.tsr")).isPresent();
    }
  }

  @Test
  void aHaltedLogIsNotStamped() throws Exception {
    log.halt();
    try (TimestampAnchor anchor = anchor(authority.root)) {
      anchor.look();
      assertThat(anchor.state().newest()).isNull();
    }
  }

  @Test
  void anAnswerToAnotherQuestionIsRefused() throws Exception {
    authority.misreading = request -> TestAuthority.other(request, true, false);
    refused("imprint");
    authority.misreading = request -> TestAuthority.other(request, false, true);
    refused("nonce");
  }

  @Test
  void aCertificateForSomethingElseIsRefused() throws Exception {
    authority.certificate = authority.certificate(true, DAY, DAY, KeyPurposeId.id_kp_serverAuth);
    refused("ExtendedKeyUsage");
    authority.certificate =
        authority.certificate(
            true, DAY, DAY, KeyPurposeId.id_kp_timeStamping, KeyPurposeId.id_kp_serverAuth);
    refused("ExtendedKeyUsage");
    authority.certificate = authority.certificate(false, DAY, DAY, KeyPurposeId.id_kp_timeStamping);
    refused("critical");
  }

  @Test
  void anExpiredCertificateIsRefused() throws Exception {
    authority.certificate =
        authority.certificate(
            true, DAY.multipliedBy(2), DAY.negated(), KeyPurposeId.id_kp_timeStamping);
    refused("not valid when");
  }

  @Test
  void aTokenOfAnotherRootIsRefused() throws Exception {
    try (TestAuthority other = new TestAuthority();
        TimestampAnchor anchor = anchor(other.root)) {
      refused(anchor, "certification path");
    }
  }

  @Test
  void aClockThatIsWrongIsRefused() throws Exception {
    authority.ahead = Duration.ofHours(2);
    refused("its time is");
  }

  @Test
  void garbageIsRefused() throws Exception {
    authority.spoiling = answer -> "no token".getBytes(UTF_8);
    refused("");
    authority.spoiling = answer -> new byte[0];
    refused("");
  }

  @Test
  void anyChangedByteIsRefused() throws Exception {
    SplittableRandom random = new SplittableRandom(20261127);
    for (int i = 0; i < 100; i++) {
      authority.spoiling =
          answer -> {
            byte[] changed = answer.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            return changed;
          };
      try (TimestampAnchor anchor = anchor(authority.root)) {
        // A bit of the certificate's own signature or of an unsigned wrapping may not matter.
        assertThatCode(anchor::look)
            .satisfiesAnyOf(
                none -> assertThat(none).isNull(),
                refusal ->
                    assertThat(refusal)
                        .isInstanceOfSatisfying(
                            AnchorException.class,
                            e ->
                                assertThat(e.trouble())
                                    .isEqualTo(AnchorTrouble.ANCHOR_TOKEN_INVALID)));
      }
    }
  }

  @Test
  void anAuthorityThatIsGoneIsNamed() throws Exception {
    authority.status = 500;
    try (TimestampAnchor anchor = anchor(authority.root)) {
      assertTrouble(anchor, AnchorTrouble.ANCHOR_AUTHORITY_UNREACHABLE, "status 500");
    }
    authority.close();
    try (TimestampAnchor anchor = anchor(authority.root)) {
      assertTrouble(anchor, AnchorTrouble.ANCHOR_AUTHORITY_UNREACHABLE, "no answer");
    }
  }

  @Test
  void openSslAcceptsIt() throws Exception {
    assumeTrue(isThere("openssl"), "openssl is missing: a program of others is not asked");
    String root = authority.writeRoot(folder.resolve("root.pem"));
    try (TimestampAnchor anchor = anchor(authority.root)) {
      anchor.look();
      Process openssl =
          new ProcessBuilder(
                  "openssl",
                  "ts",
                  "-verify",
                  "-data",
                  anchor.file("5.checkpoint").orElseThrow().toString(),
                  "-in",
                  anchor.file("5.tsr").orElseThrow().toString(),
                  "-CAfile",
                  root)
              .redirectErrorStream(true)
              .start();
      String said = new String(openssl.getInputStream().readAllBytes(), UTF_8);
      assertThat(said).contains("Verification: OK");
    }
  }

  private static boolean isThere(String program) {
    return List.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(":", -1)).stream()
        .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
  }

  private void refused(String reason) throws Exception {
    try (TimestampAnchor anchor = anchor(authority.root)) {
      refused(anchor, reason);
    }
  }

  private void refused(TimestampAnchor anchor, String reason) {
    assertTrouble(anchor, AnchorTrouble.ANCHOR_TOKEN_INVALID, reason);
    assertThat(anchor.file("5.tsr")).isEmpty();
  }

  private static void assertTrouble(TimestampAnchor anchor, AnchorTrouble trouble, String reason) {
    assertThatThrownBy(anchor::look)
        .hasMessageContaining(reason)
        .isInstanceOfSatisfying(
            AnchorException.class, e -> assertThat(e.trouble()).isEqualTo(trouble));
  }
}
