package org.lepta.service.transparency.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lepta.service.transparency.proof.NoteSamples.LOG;
import static org.lepta.service.transparency.proof.NoteSamples.SECOND_WITNESS;
import static org.lepta.service.transparency.proof.NoteSamples.STRANGER;
import static org.lepta.service.transparency.proof.NoteSamples.WITNESS;
import static org.lepta.service.transparency.proof.NoteSamples.bytes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lepta.service.transparency.proof.Receipts.Receipt;
import org.lepta.service.transparency.proof.Verdict.Proven;
import org.lepta.service.transparency.proof.Verdict.Refused;

/**
 * Damaged receipts are never taken for another statement than was signed: 5,000 seeded ones,
 * 100,000 with -Dlepta.long=true.
 */
class MutatedReceiptsTest {

  private static final int COUNT = Boolean.getBoolean("lepta.long") ? 100_000 : 5_000;
  private static final List<Mutation> MUTATIONS = List.of(Mutation.values());
  private static final int[] SIZES = {1, 2, 7, 8, 33};

  private static final List<Receipt> GENUINE = new ArrayList<>();
  private static final Set<Checkpoint> SIGNED = new HashSet<>();
  private static ReceiptVerifier strict = ReceiptVerifier.strict(Policy.none());
  private static ReceiptVerifier allowing = strict;

  @BeforeAll
  static void sign() throws FaultException {
    Policy policy =
        Policy.parse(
            bytes(
                "log %s\nwitness w1 %s\nwitness w2 %s\ngroup both any w1 w2\nquorum both\n"
                    .formatted(
                        LOG.verifierKey(), WITNESS.verifierKey(), SECOND_WITNESS.verifierKey())));
    strict = ReceiptVerifier.strict(policy);
    allowing = ReceiptVerifier.allowingUnknownSignatures(policy);
    for (int size : SIZES) {
      Receipt receipt = Receipts.receipt(size / 2, size, WITNESS, SECOND_WITNESS);
      GENUINE.add(receipt);
      GENUINE.add(Receipts.receipt(size - 1, size, STRANGER, WITNESS));
      SIGNED.add(receipt.proof().parseCheckpoint());
    }
  }

  @Test
  void everySingleBitOfFileAndEntryCounts() {
    Receipt receipt = Receipts.receipt(5, 11, WITNESS, SECOND_WITNESS);
    assertThat(strict.verify(receipt.entry(), receipt.file())).isInstanceOf(Proven.class);

    for (int bit = 0; bit < receipt.file().length * 8; bit++) {
      assertThat(strict.verify(receipt.entry(), flip(receipt.file(), bit)))
          .as("bit %d of the file", bit)
          .isNotInstanceOf(Proven.class);
    }
    for (int bit = 0; bit < receipt.entry().length * 8; bit++) {
      assertThat(strict.verify(flip(receipt.entry(), bit), receipt.file()))
          .as("bit %d of the entry", bit)
          .isInstanceOf(Refused.class);
    }
  }

  @Test
  void nothingIsProvenThatWasNotSigned() {
    Random random = new Random(20260301);
    Map<Fault, Integer> faults = new EnumMap<>(Fault.class);

    for (int count = 0; count < COUNT; count++) {
      Receipt receipt = GENUINE.get(random.nextInt(GENUINE.size()));
      byte[] file = receipt.file();
      for (int times = 1 + random.nextInt(2); times > 0 && file.length > 0; times--) {
        file = mutated(file, random);
      }
      check(receipt.entry(), file, strict.verify(receipt.entry(), file), faults);
      check(receipt.entry(), file, allowing.verify(receipt.entry(), file), faults);
    }

    assertThat(faults)
        .containsKeys(
            Fault.PROOF_MALFORMED,
            Fault.PROOF_EXTRA,
            Fault.NOTE_MALFORMED,
            Fault.CHECKPOINT_MALFORMED,
            Fault.SIGNATURE_REPEATED,
            Fault.SIGNATURE_INVALID,
            Fault.SIGNATURE_MISSING,
            Fault.SIGNATURE_UNKNOWN,
            Fault.QUORUM_NOT_MET,
            Fault.INDEX_OUT_OF_RANGE,
            Fault.PROOF_TOO_LONG,
            Fault.PROOF_TOO_SHORT,
            Fault.ROOT_DIFFERS);
  }

  private static byte[] mutated(byte[] file, Random random) {
    Mutation mutation = MUTATIONS.get(random.nextInt(MUTATIONS.size()));
    byte[] other = GENUINE.get(random.nextInt(GENUINE.size())).file();
    return NoteSamples.text(file).contains("\n\n")
            || mutation != Mutation.TAKE_THE_REST_OF_ANOTHER_RECEIPT
        ? mutation.apply(file, other, random)
        : file;
  }

  private static void check(
      byte[] entry, byte[] file, Verdict verdict, Map<Fault, Integer> faults) {
    switch (verdict) {
      case Refused refused -> faults.merge(refused.fault(), 1, Integer::sum);
      case Verdict.Unchecked unchecked ->
          assertThat(unchecked.origin()).isNotEqualTo(NoteSamples.ORIGIN);
      case Proven proven -> checkProven(entry, file, proven);
    }
  }

  /** A change may leave out or reorder signature lines; everything else is as it was signed. */
  private static void checkProven(byte[] entry, byte[] file, Proven proven) {
    assertThat(SIGNED).contains(proven.under().checkpoint());
    assertThat(entry).isEqualTo(Samples.entry(proven.index()));
    assertThat(proven.under().log()).isEqualTo(LOG.verifierKey());
    assertThat(proven.under().witnesses()).isNotEmpty().doesNotHaveDuplicates();
    assertThat(proven.under().witnesses())
        .allSatisfy(witness -> assertThat(witness.time()).contains(NoteSamples.NOON));
    assertThat(GENUINE).anyMatch(receipt -> Arrays.equals(head(receipt.file()), head(file)));
  }

  /** Everything before the signature lines. */
  private static byte[] head(byte[] file) {
    String text = NoteSamples.text(file);
    return bytes(text.substring(0, Math.max(0, text.lastIndexOf("\n\n"))));
  }

  private static byte[] flip(byte[] bytes, int bit) {
    byte[] changed = bytes.clone();
    changed[bit / 8] ^= (byte) (1 << bit % 8);
    return changed;
  }
}
