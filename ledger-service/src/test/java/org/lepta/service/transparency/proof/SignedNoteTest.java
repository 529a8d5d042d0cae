package org.lepta.service.transparency.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lepta.service.transparency.proof.Faults.assertFault;
import static org.lepta.service.transparency.proof.NoteSamples.LOG;
import static org.lepta.service.transparency.proof.NoteSamples.SECOND_WITNESS;
import static org.lepta.service.transparency.proof.NoteSamples.STRANGER;
import static org.lepta.service.transparency.proof.NoteSamples.WITNESS;
import static org.lepta.service.transparency.proof.NoteSamples.bytes;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lepta.service.kernel.Sha256;

class SignedNoteTest {

  private static final String LINE =
      "\u2014 example.com/foo Uw2QOqvNEjQSNFZ4kKvN7w==\n"; // Any bytes behind the key ID do.
  private static final NoteText TEXT =
      new Checkpoint(NoteSamples.ORIGIN, 70000, Sha256.digest()).text();
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.75Z");

  @Nested
  class Parse {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "one line\n",
          "two\nlines\n",
          "with an\n\nempty line\n",
          "\n",
          "\n\n",
          "жизнь\n"
        })
    void givesTextAndLinesAndTheSameBytesAgain(String text) throws FaultException {
      byte[] bytes = bytes(text + "\n" + LINE);

      SignedNote note = SignedNote.parse(bytes);

      assertThat(note.text().value()).isEqualTo(text);
      assertThat(note.signatures()).hasSize(1);
      assertThat(note.signatures().getFirst().keyId()).hasToString("example.com/foo+530d903a");
      assertThat(note.bytes()).isEqualTo(bytes);
    }

    @Test
    void takesSixteenSignaturesOfFiveThousandBytes() throws FaultException {
      NoteSignature large = new NoteSignature(new KeyId("pq.example", 7), new byte[5000]);
      SignedNote note = new SignedNote(TEXT, Collections.nCopies(16, large));

      assertThat(SignedNote.parse(note.bytes())).isEqualTo(note);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "\n",
          "text\n",
          "text\n\n",
          "\n" + LINE,
          "text\n" + LINE,
          "text\r\n\r\n" + LINE,
          "te\txt\n\n" + LINE,
          "te\0xt\n\n" + LINE,
          "text\n\n" + LINE + "\n",
          "text\n\n" + LINE + "x",
          "text\n\n\u2014 example.com/foo Uw2QOqvNEjQSNFZ4kKvN7w==",
          "text\n\n\u2014 example.com/foo Uw2QOqvNEjQSNFZ4kKvN7w==\r\n",
          "text\n\n\u2014 example.com/foo Uw2QOqvNEjQSNFZ4kKvN7w== \n",
          "text\n\n\u2014  example.com/foo Uw2QOqvNEjQSNFZ4kKvN7w==\n",
          "text\n\n\u2014 example.com/foo  Uw2QOqvNEjQSNFZ4kKvN7w==\n",
          "text\n\n\u2014 example.com/foo Uw2QOqvNEjQSNFZ4kKvN7x==\n",
          "text\n\n\u2014 example.com/foo Uw2QOqvNEjQSNFZ4kKvN7w\n",
          "text\n\n\u2014 example.com/foo Uw2QOqvNEjQSNFZ4kKvN7w=\n",
          "text\n\n\u2014 example.com/foo Uw2QOg==\n",
          "text\n\n\u2014 example.com/foo\n",
          "text\n\n\u2014 example+com Uw2QOqvNEjQSNFZ4kKvN7w==\n",
          "text\n\n\u2014 exa\u00a0mple Uw2QOqvNEjQSNFZ4kKvN7w==\n",
          "text\n\n- example.com/foo Uw2QOqvNEjQSNFZ4kKvN7w==\n"
        })
    void refusesEveryOtherForm(String note) {
      assertFault(Fault.NOTE_MALFORMED, () -> SignedNote.parse(bytes(note)));
    }

    @Test
    void refusesWhatIsNotUtf8() {
      byte[] bytes = bytes("text\n\n" + LINE);
      bytes[2] = (byte) 0xC0;

      assertFault(Fault.NOTE_MALFORMED, () -> SignedNote.parse(bytes));
    }

    @Test
    void refusesMoreThanItsLimits() {
      byte[] manyLines = bytes("text\n\n" + LINE.repeat(65));
      byte[] manyBytes = bytes("text\n".repeat(30_000) + "\n" + LINE);

      assertFault(Fault.NOTE_TOO_LARGE, () -> SignedNote.parse(manyLines));
      assertFault(Fault.NOTE_TOO_LARGE, () -> SignedNote.parse(manyBytes));
    }

    @Test
    void namesTheLine() {
      assertThatThrownBy(() -> SignedNote.parse(bytes("a\nb\n\n" + LINE + "x\n")))
          .isInstanceOfSatisfying(FaultException.class, e -> assertThat(e.line()).isEqualTo(5));
    }
  }

  @Nested
  class Check {

    private final SignedNote note =
        new SignedNote(
            TEXT, List.of(LOG.sign(TEXT), WITNESS.cosign(TEXT, NOON), STRANGER.sign(TEXT)));

    @Test
    void namesWhoSignedAndWhen() throws FaultException {
      NoteCheck check = NoteCheck.of(note, List.of(LOG.verifierKey(), WITNESS.verifierKey()));

      assertThat(check.verified())
          .containsExactly(
              new VerifiedSignature(LOG.verifierKey(), null),
              new VerifiedSignature(WITNESS.verifierKey(), Instant.parse("2026-03-01T12:00:00Z")));
      assertThat(check.unknown()).containsExactly(STRANGER.sign(TEXT));
      assertThat(check.isSignedBy(LOG.verifierKey())).isTrue();
      assertThat(check.isSignedBy(SECOND_WITNESS.verifierKey())).isFalse();
    }

    @Test
    void refusesAKnownKeyWhoseSignatureIsOverAnotherText() {
      NoteText other = new Checkpoint(NoteSamples.ORIGIN, 70001, Sha256.digest()).text();
      SignedNote forged = new SignedNote(other, note.signatures());

      assertFault(Fault.SIGNATURE_INVALID, () -> NoteCheck.of(forged, List.of(LOG.verifierKey())));
      assertFault(
          Fault.SIGNATURE_INVALID, () -> NoteCheck.of(forged, List.of(WITNESS.verifierKey())));
    }

    @Test
    void refusesACosignatureWithAnotherTime() throws FaultException {
      byte[] signature = WITNESS.cosign(TEXT, NOON).signature();
      signature[7]++;
      SignedNote later = note.with(new NoteSignature(WITNESS.verifierKey().id(), signature));
      SignedNote impossible =
          note.with(new NoteSignature(SECOND_WITNESS.verifierKey().id(), new byte[72]));
      byte[] negative = new byte[72];
      negative[0] = (byte) 0x80;
      SignedNote before1970 =
          note.with(new NoteSignature(SECOND_WITNESS.verifierKey().id(), negative));

      assertFault(
          Fault.SIGNATURE_REPEATED, () -> NoteCheck.of(later, List.of(WITNESS.verifierKey())));
      assertFault(
          Fault.SIGNATURE_INVALID,
          () -> NoteCheck.of(impossible, List.of(SECOND_WITNESS.verifierKey())));
      assertFault(
          Fault.SIGNATURE_INVALID,
          () -> NoteCheck.of(before1970, List.of(SECOND_WITNESS.verifierKey())));
    }

    @Test
    void refusesALogSignatureUnderAWitnessKeyAndTheOtherWayRound() {
      SignedNote asWitness =
          new SignedNote(
              TEXT,
              List.of(new NoteSignature(WITNESS.verifierKey().id(), LOG.sign(TEXT).signature())));
      SignedNote asLog =
          new SignedNote(
              TEXT,
              List.of(
                  new NoteSignature(
                      LOG.verifierKey().id(), WITNESS.cosign(TEXT, NOON).signature())));

      assertFault(
          Fault.SIGNATURE_INVALID, () -> NoteCheck.of(asWitness, List.of(WITNESS.verifierKey())));
      assertFault(Fault.SIGNATURE_INVALID, () -> NoteCheck.of(asLog, List.of(LOG.verifierKey())));
    }

    @Test
    void refusesTwoLinesOfOneKnownKey() {
      SignedNote twice = note.with(LOG.sign(TEXT));

      assertFault(Fault.SIGNATURE_REPEATED, () -> NoteCheck.of(twice, List.of(LOG.verifierKey())));
    }
  }

  @Nested
  class Sign {

    @Test
    void givesTheSameLineForTheSameText() {
      assertThat(LOG.sign(TEXT).line())
          .startsWith("\u2014 ledger.example/donations/2026 9Wmos")
          .isEqualTo(LOG.sign(TEXT).line());
    }

    @Test
    void isRefusedWithAKeyOfTheOtherKind() {
      assertThatThrownBy(() -> WITNESS.sign(TEXT)).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> LOG.cosign(TEXT, NOON)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void verifiesWithTheEd25519OfTheJdk() throws GeneralSecurityException {
      byte[] point = LOG.verifierKey().publicKey();
      boolean odd = point[31] < 0;
      point[31] &= 0x7F;
      BigInteger y = new BigInteger(1, reversed(point));
      Signature jdk = Signature.getInstance("Ed25519");
      jdk.initVerify(
          KeyFactory.getInstance("Ed25519")
              .generatePublic(
                  new EdECPublicKeySpec(NamedParameterSpec.ED25519, new EdECPoint(odd, y))));
      jdk.update(TEXT.bytes());

      assertThat(jdk.verify(LOG.sign(TEXT).signature())).isTrue();
    }

    private static byte[] reversed(byte[] bytes) {
      byte[] reversed = new byte[bytes.length];
      for (int at = 0; at < bytes.length; at++) {
        reversed[at] = bytes[bytes.length - 1 - at];
      }
      return reversed;
    }

    @Test
    void neverShowsTheSeed() {
      assertThat(LOG).hasToString("signer of " + NoteSamples.PROBE_VKEY);
    }
  }
}
