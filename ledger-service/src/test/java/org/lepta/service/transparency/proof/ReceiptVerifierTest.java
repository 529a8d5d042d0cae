package org.lepta.service.transparency.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lepta.service.transparency.proof.NoteSamples.LOG;
import static org.lepta.service.transparency.proof.NoteSamples.NOON;
import static org.lepta.service.transparency.proof.NoteSamples.ORIGIN;
import static org.lepta.service.transparency.proof.NoteSamples.SECOND_WITNESS;
import static org.lepta.service.transparency.proof.NoteSamples.STRANGER;
import static org.lepta.service.transparency.proof.NoteSamples.WITNESS;
import static org.lepta.service.transparency.proof.NoteSamples.bytes;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.transparency.proof.Receipts.Receipt;
import org.lepta.service.transparency.proof.Verdict.Proven;
import org.lepta.service.transparency.proof.Verdict.Refused;
import org.lepta.service.transparency.proof.Verdict.Unchecked;

class ReceiptVerifierTest {

  private static final Receipt RECEIPT = Receipts.receipt(5, 11, WITNESS);
  private static final Policy LOG_ONLY = Policy.ofKeys(List.of(LOG.verifierKey()));
  private static final Policy ONE_OF_TWO = policy("group both any w1 w2\nquorum both\n");
  private static final Policy BOTH = policy("group both all w1 w2\nquorum both\n");

  @Nested
  class Proof {

    @Test
    void namesWhatWasProvenAndByWhom() {
      Verdict verdict = ReceiptVerifier.strict(ONE_OF_TWO).verify(RECEIPT.entry(), RECEIPT.file());

      Sha256 root = Samples.root(Samples.leafHashes(11));
      assertThat(verdict)
          .isEqualTo(
              new Proven(
                  5,
                  new BelievedCheckpoint(
                      new Checkpoint(ORIGIN, 11, root),
                      LOG.verifierKey(),
                      List.of(new VerifiedSignature(WITNESS.verifierKey(), NOON)),
                      List.of())));
    }

    @Test
    void holdsForEveryLeafOfEverySmallSize() {
      ReceiptVerifier verifier = ReceiptVerifier.strict(LOG_ONLY);

      for (int size = 1; size <= 17; size++) {
        for (int index = 0; index < size; index++) {
          Receipt receipt = Receipts.receipt(index, size);
          assertThat(verifier.verify(receipt.entry(), receipt.file())).isInstanceOf(Proven.class);
        }
      }
    }

    @Test
    void ofKnownKeysNamesWitnessesWithoutAskingForThem() {
      Policy known = Policy.ofKeys(List.of(LOG.verifierKey(), WITNESS.verifierKey()));

      assertThat(ReceiptVerifier.strict(known).verify(RECEIPT.entry(), RECEIPT.file()))
          .isInstanceOfSatisfying(
              Proven.class, proven -> assertThat(proven.under().witnesses()).hasSize(1));
      assertThat(known.asksForWitnesses()).isFalse();
    }

    @Test
    void needsNoWitnessWhereThePolicyAsksForNone() {
      Receipt receipt = Receipts.receipt(0, 1);

      assertThat(ReceiptVerifier.strict(LOG_ONLY).verify(receipt.entry(), receipt.file()))
          .isInstanceOfSatisfying(
              Proven.class, proven -> assertThat(proven.under().witnesses()).isEmpty());
    }
  }

  @Nested
  class Refusal {

    @Test
    void ofAnotherEntry() {
      assertFault(
          Fault.ROOT_DIFFERS,
          ReceiptVerifier.strict(ONE_OF_TWO).verify(Samples.entry(6), RECEIPT.file()));
      assertFault(
          Fault.ROOT_DIFFERS,
          ReceiptVerifier.strict(ONE_OF_TWO).verify(new byte[0], RECEIPT.file()));
    }

    @Test
    void ofAnotherIndexOrPath() {
      List<Sha256> path = RECEIPT.proof().inclusion().path();

      assertFault(Fault.INDEX_OUT_OF_RANGE, verify(new InclusionProof(11, path)));
      assertFault(Fault.INDEX_OUT_OF_RANGE, verify(new InclusionProof(Long.MAX_VALUE, path)));
      assertFault(Fault.ROOT_DIFFERS, verify(new InclusionProof(4, path)));
      assertFault(
          Fault.PROOF_TOO_SHORT, verify(new InclusionProof(5, path.subList(0, path.size() - 1))));
      assertFault(
          Fault.PROOF_TOO_LONG,
          verify(new InclusionProof(5, Stream.concat(path.stream(), path.stream()).toList())));
      assertFault(Fault.ROOT_DIFFERS, verify(new InclusionProof(5, path.reversed())));
    }

    @Test
    void ofTooFewWitnesses() {
      assertFault(
          Fault.QUORUM_NOT_MET,
          ReceiptVerifier.strict(BOTH).verify(RECEIPT.entry(), RECEIPT.file()));
    }

    @Test
    void ofACheckpointThatOnlyWitnessesHaveSigned() {
      NoteText text = RECEIPT.proof().checkpoint().text();
      SignedNote note =
          new SignedNote(
              text, List.of(WITNESS.cosign(text, NOON), SECOND_WITNESS.cosign(text, NOON)));

      assertFault(Fault.SIGNATURE_MISSING, verify(note, BOTH));
    }

    @Test
    void ofACheckpointThatAnotherKnownLogHasSigned() {
      Policy twoLogs = Policy.ofKeys(List.of(LOG.verifierKey(), STRANGER.verifierKey()));
      NoteText text = RECEIPT.proof().checkpoint().text();

      assertFault(
          Fault.SIGNATURE_MISSING,
          verify(new SignedNote(text, List.of(STRANGER.sign(text))), twoLogs));
    }

    @Test
    void ofASignatureOverAnotherCheckpoint() {
      SignedNote other = Receipts.receipt(0, 10).proof().checkpoint();
      SignedNote forged = new SignedNote(RECEIPT.proof().checkpoint().text(), other.signatures());

      assertFault(Fault.SIGNATURE_INVALID, verify(forged, LOG_ONLY));
    }

    @Test
    void ofOneSignatureTwice() {
      SignedNote note = RECEIPT.proof().checkpoint();

      assertFault(
          Fault.SIGNATURE_REPEATED, verify(note.with(note.signatures().getFirst()), ONE_OF_TWO));
    }

    @Test
    void ofBytesThatAreNoProof() {
      assertFault(
          Fault.PROOF_MALFORMED,
          ReceiptVerifier.strict(LOG_ONLY).verify(RECEIPT.entry(), new byte[0]));
    }
  }

  @Nested
  class UnknownSignatures {

    private final Receipt receipt = Receipts.receipt(5, 11, STRANGER, WITNESS);

    @Test
    void areRefused() {
      assertFault(
          Fault.SIGNATURE_UNKNOWN,
          ReceiptVerifier.strict(ONE_OF_TWO).verify(receipt.entry(), receipt.file()));
    }

    @Test
    void areOverlookedAndNamedWhereThatIsAllowed() {
      Verdict verdict =
          ReceiptVerifier.allowingUnknownSignatures(ONE_OF_TWO)
              .verify(receipt.entry(), receipt.file());

      assertThat(verdict)
          .isInstanceOfSatisfying(
              Proven.class,
              proven -> {
                assertThat(proven.under().witnesses()).hasSize(1);
                assertThat(proven.under().unknown())
                    .extracting(NoteSignature::keyId)
                    .containsExactly(STRANGER.verifierKey().id());
              });
    }
  }

  @Nested
  class UnknownLog {

    @Test
    void cannotBeChecked() {
      Policy stranger = Policy.ofKeys(List.of(STRANGER.verifierKey()));

      assertThat(ReceiptVerifier.strict(stranger).verify(RECEIPT.entry(), RECEIPT.file()))
          .isEqualTo(new Unchecked(ORIGIN));
    }
  }

  private static Verdict verify(InclusionProof inclusion) {
    LogProof proof = new LogProof(inclusion, RECEIPT.proof().checkpoint());
    return ReceiptVerifier.strict(ONE_OF_TWO).verify(RECEIPT.entry(), proof.bytes());
  }

  private static Verdict verify(SignedNote note, Policy policy) {
    LogProof proof = new LogProof(RECEIPT.proof().inclusion(), note);
    return ReceiptVerifier.strict(policy).verify(RECEIPT.entry(), proof.bytes());
  }

  private static void assertFault(Fault fault, Verdict verdict) {
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.fault()).isEqualTo(fault));
  }

  private static Policy policy(String quorum) {
    String file =
        "log %s\nwitness w1 %s\nwitness w2 %s\n%s"
            .formatted(
                LOG.verifierKey(), WITNESS.verifierKey(), SECOND_WITNESS.verifierKey(), quorum);
    try {
      return Policy.parse(bytes(file));
    } catch (FaultException e) {
      throw new AssertionError(e);
    }
  }
}
