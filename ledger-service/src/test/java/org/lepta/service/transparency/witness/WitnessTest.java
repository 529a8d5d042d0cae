package org.lepta.service.transparency.witness;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.transparency.proof.Checkpoint;
import org.lepta.service.transparency.proof.ConsistencyProof;
import org.lepta.service.transparency.proof.MerkleHash;
import org.lepta.service.transparency.proof.NoteSignature;
import org.lepta.service.transparency.proof.NoteSigner;
import org.lepta.service.transparency.proof.SignedNote;
import org.lepta.service.transparency.proof.VerifiedSignature;
import org.lepta.service.transparency.proof.WitnessRequest;
import org.lepta.service.transparency.witness.WitnessAnswer.Cosigned;
import org.lepta.service.transparency.witness.WitnessAnswer.OtherSize;
import org.lepta.service.transparency.witness.WitnessAnswer.Refusal;
import org.lepta.service.transparency.witness.WitnessAnswer.Refused;

/** Every answer of a witness, in the order of its checks. */
class WitnessTest {

  private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
  private static final NoteSigner KEY =
      NoteSigner.ofWitness("witness.example/w", GrowingLog.seed(2));

  @TempDir Path folder;
  private final GrowingLog log = GrowingLog.of(300);
  private Witness witness;

  @BeforeEach
  void open() throws IOException {
    witness = open(OwnRoot.NONE);
  }

  private Witness open(OwnRoot ownRoot) throws IOException {
    return Witness.open(
        KEY,
        origin ->
            origin.equals(GrowingLog.ORIGIN) ? List.of(GrowingLog.KEY.verifierKey()) : List.of(),
        ownRoot,
        folder,
        Clock.fixed(NOON, ZoneOffset.UTC));
  }

  private void assertRefused(Refusal refusal, int status, byte[] body) throws IOException {
    WitnessAnswer answer = witness.addCheckpoint(body);

    assertThat(answer)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    assertThat(answer.status()).isEqualTo(status);
  }

  private void assertCosigned(long size, WitnessAnswer answer) throws Exception {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    NoteSignature signature = ((Cosigned) answer).signatures().getFirst();
    VerifiedSignature verified = KEY.verifierKey().verify(log.checkpoint(size).text(), signature);
    assertThat(verified.time()).hasValue(NOON);
  }

  private static String hash() {
    return Sha256.digest(GrowingLog.ORIGIN.getBytes(US_ASCII)).hex();
  }

  @Nested
  class Cosigns {

    @Test
    void firstCheckpointWithoutProof() throws Exception {
      assertCosigned(7, witness.addCheckpoint(log.request(0, 7)));
    }

    @Test
    void everyCheckpointThatExtendsTheOneBefore() throws Exception {
      long before = 0;
      for (long size : new long[] {1, 2, 3, 64, 65, 255, 256, 257, 300}) {
        assertCosigned(size, witness.addCheckpoint(log.request(before, size)));
        before = size;
      }
    }

    @Test
    void sameCheckpointAgain() throws Exception {
      witness.addCheckpoint(log.request(0, 9));

      assertCosigned(9, witness.addCheckpoint(log.request(9, 9)));
    }

    @Test
    void emptyLog() throws Exception {
      assertCosigned(0, witness.addCheckpoint(log.request(0, 0)));
    }

    @Test
    void whatCarriesSignaturesOfOthersToo() throws Exception {
      SignedNote note = log.note(5).with(KEY.cosign(log.checkpoint(5).text(), NOON));

      assertCosigned(
          5,
          witness.addCheckpoint(
              new WitnessRequest(0, new ConsistencyProof(List.of()), note).bytes()));
    }
  }

  @Nested
  class Answers409 {

    @Test
    void withItsSize() throws Exception {
      witness.addCheckpoint(log.request(0, 200));

      WitnessAnswer answer = witness.addCheckpoint(log.request(0, 300));

      assertThat(answer).isEqualTo(new OtherSize(200));
      assertThat(answer.status()).isEqualTo(409);
      assertThat(answer.contentType()).isEqualTo("text/x.tlog.size");
      assertThat(answer.text()).isEqualTo("200\n");
    }

    @Test
    void withNoneWhereItNeverCosigned() throws Exception {
      assertThat(witness.addCheckpoint(log.request(8, 9))).isEqualTo(new OtherSize(0));
    }

    @Test
    void toWhomWasRolledBack() throws Exception {
      witness.addCheckpoint(log.request(0, 300));

      assertThat(witness.addCheckpoint(log.request(200, 250))).isEqualTo(new OtherSize(300));
    }
  }

  @Nested
  class Refuses {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "old 0",
          "old 0\n",
          "old 0\n\n",
          "old 00\n\nx",
          "old -1\n\nx",
          "old 9223372036854775808\n\nx",
          "new 0\n\nx",
          "old 0\nAAAA\n\nx",
          "old 0\n\nlog\n1\nAA==\n",
          "old 0\r\n\r\nx",
        })
    void whatIsNoRequest(String body) throws Exception {
      assertRefused(Refusal.REQUEST_MALFORMED, 400, body.getBytes(US_ASCII));
    }

    @Test
    void moreThan63Hashes() throws Exception {
      String line = "A".repeat(43) + "=\n";
      String body = "old 1\n" + line.repeat(64) + "\n" + new String(log.note(5).bytes(), US_ASCII);

      assertRefused(Refusal.REQUEST_MALFORMED, 400, body.getBytes(US_ASCII));
    }

    @Test
    void bodyThatIsTooLong() throws Exception {
      assertRefused(Refusal.REQUEST_MALFORMED, 400, new byte[WitnessRequest.MAX_BYTES + 1]);
    }

    @Test
    void logThatItDoesNotWatch() throws Exception {
      NoteSigner other = NoteSigner.ofLog("log.example.org/other", GrowingLog.seed(3));
      SignedNote note =
          GrowingLog.note(new Checkpoint("log.example.org/other", 0, MerkleHash.EMPTY), other);

      assertRefused(
          Refusal.ORIGIN_UNKNOWN,
          404,
          new WitnessRequest(0, new ConsistencyProof(List.of()), note).bytes());
    }

    @Test
    void whatAnotherKeySigned() throws Exception {
      NoteSigner thief = NoteSigner.ofLog(GrowingLog.ORIGIN, GrowingLog.seed(4));
      SignedNote note = GrowingLog.note(log.checkpoint(5), thief);

      assertRefused(
          Refusal.SIGNATURE_INVALID,
          403,
          new WitnessRequest(0, new ConsistencyProof(List.of()), note).bytes());
    }

    @Test
    void signatureOverAnotherText() throws Exception {
      NoteSignature wrong = GrowingLog.KEY.sign(log.checkpoint(6).text());
      SignedNote note = new SignedNote(log.checkpoint(5).text(), List.of(wrong));

      assertRefused(
          Refusal.SIGNATURE_INVALID,
          403,
          new WitnessRequest(0, new ConsistencyProof(List.of()), note).bytes());
    }

    @Test
    void oldSizeAboveTheNewOne() throws Exception {
      assertRefused(
          Refusal.OLD_SIZE_ABOVE,
          400,
          new WitnessRequest(6, new ConsistencyProof(List.of()), log.note(5)).bytes());
    }

    @Test
    void proofWhereNoneIsDue() throws Exception {
      assertRefused(
          Refusal.INCONSISTENT,
          422,
          new WitnessRequest(0, log.tree().consistency(3, 5), log.note(5)).bytes());
    }

    @Test
    void forkThatTheLogItselfSigned() throws Exception {
      witness.addCheckpoint(log.request(0, 200));
      GrowingLog fork = GrowingLog.of(199).add("another leaf").grow(250);

      assertRefused(Refusal.INCONSISTENT, 422, fork.request(200, 250));
      assertRefused(Refusal.INCONSISTENT, 422, fork.request(200, 200));
      assertCosigned(300, witness.addCheckpoint(log.request(200, 300)));
    }

    @Test
    void emptyLogWithAnotherRoot() throws Exception {
      SignedNote note =
          GrowingLog.note(new Checkpoint(GrowingLog.ORIGIN, 0, log.tree().root(1)), GrowingLog.KEY);

      assertRefused(
          Refusal.INCONSISTENT,
          422,
          new WitnessRequest(0, new ConsistencyProof(List.of()), note).bytes());
    }
  }

  @Nested
  class WithARootOfItsOwn {

    @Test
    void cosignsOnlyWhatItRebuilt() throws Exception {
      witness =
          open(checkpoint ->
              checkpoint.size() > 100
                  ? OwnRoot.Finding.NOT_YET
                  : checkpoint.root().equals(log.tree().root(checkpoint.size()))
                      ? OwnRoot.Finding.AGREES
                      : OwnRoot.Finding.DIFFERS);
      GrowingLog other = GrowingLog.of(49).add("left out").grow(60);

      assertRefused(Refusal.NOT_REBUILT_YET, 503, log.request(0, 101));
      assertRefused(Refusal.ROOT_DIFFERS, 422, other.request(0, 60));
      assertCosigned(60, witness.addCheckpoint(log.request(0, 60)));
    }
  }

  @Nested
  class Remembers {

    @Test
    void whatItCosignedAfterARestart() throws Exception {
      witness.addCheckpoint(log.request(0, 200));

      witness = open(OwnRoot.NONE);

      assertThat(witness.addCheckpoint(log.request(0, 300))).isEqualTo(new OtherSize(200));
      assertCosigned(300, witness.addCheckpoint(log.request(200, 300)));
    }

    @Test
    void checkpointWithBothSignatures() throws Exception {
      assertThat(witness.latest(hash())).isEmpty();
      witness.addCheckpoint(log.request(0, 200));

      SignedNote latest = SignedNote.parse(witness.latest(hash()).orElseThrow());

      assertThat(latest.text()).isEqualTo(log.checkpoint(200).text());
      assertThat(latest.signatures())
          .extracting(signature -> signature.keyId().name())
          .containsExactly(GrowingLog.ORIGIN, "witness.example/w");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../latest", "AB", "%2e%2e"})
    void nothingUnderWhatIsNoHash(String path) throws Exception {
      assertThat(witness.latest(path)).isEmpty();
    }

    @Test
    void twoRootsOfOneSizeAsEvidence() throws Exception {
      witness.addCheckpoint(log.request(0, 200));
      GrowingLog fork = GrowingLog.of(199).add("another leaf");
      witness.addCheckpoint(fork.request(200, 200));

      try (Stream<Path> kept = Files.list(folder.resolve("contradictions").resolve(hash()))) {
        List<Path> files = kept.toList();
        assertThat(files).hasSize(1);
        assertThat(Files.readAllBytes(files.getFirst())).isEqualTo(fork.note(200).bytes());
      }
    }

    /** Having forgotten what it saw, it must not cosign anything. */
    @Test
    void nothingThatIsDamaged() throws Exception {
      witness.addCheckpoint(log.request(0, 200));
      Files.writeString(folder.resolve("latest").resolve(hash()), "gone");

      assertThatThrownBy(() -> witness.addCheckpoint(log.request(200, 300)))
          .isInstanceOf(IOException.class);
      assertThatThrownBy(() -> witness.addCheckpoint(log.request(0, 300)))
          .isInstanceOf(IOException.class);
    }
  }

  /** Of forks that are sent at once, only one line of history may come out. */
  @Test
  void requestsAtOnceCannotRollItBack() throws Exception {
    List<Future<WitnessAnswer>> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (int size = 1; size <= 64; size++) {
        byte[] body = log.request(0, size);
        answers.add(threads.submit(() -> witness.addCheckpoint(body)));
      }
    }

    long cosigned = 0;
    for (Future<WitnessAnswer> answer : answers) {
      cosigned += answer.get().status() == 200 ? 1 : 0;
    }
    assertThat(cosigned).isEqualTo(1);
  }
}
