package org.lepta.service.transparency.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lepta.service.transparency.proof.MutatedReceipts.GENUINE;
import static org.lepta.service.transparency.proof.NoteSamples.LOG;
import static org.lepta.service.transparency.proof.NoteSamples.SECOND_WITNESS;
import static org.lepta.service.transparency.proof.NoteSamples.WITNESS;
import static org.lepta.service.transparency.proof.NoteSamples.bytes;

import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lepta.service.testing.SharedFiles;
import org.lepta.service.transparency.proof.Receipts.Receipt;
import org.lepta.service.transparency.proof.Verdict.Proven;
import org.lepta.service.transparency.proof.Verdict.Refused;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Damaged receipts are never taken for another statement than was signed, and get the same verdicts
 * as in the browser's verifier: 5,000 seeded ones, 100,000 with -Dlepta.long=true.
 */
class MutatedReceiptsTest {

  private static final int BLOCKS = Boolean.getBoolean("lepta.long") ? MutatedReceipts.BLOCKS : 5;

  private static final Set<Checkpoint> SIGNED = new HashSet<>();
  private static Policy policy = Policy.none();

  @BeforeAll
  static void sign() throws FaultException {
    policy = Policy.parse(bytes(ReceiptVectors.POLICY));
    for (Receipt receipt : GENUINE) {
      SIGNED.add(receipt.proof().parseCheckpoint());
    }
  }

  @Test
  void everySingleBitOfFileAndEntryCounts() {
    ReceiptVerifier strict = ReceiptVerifier.strict(policy);
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
    Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
    JsonNode vectors =
        JsonMapper.shared()
            .readTree(
                SharedFiles.projectRoot()
                    .resolve("docs/reference/vectors/receipts/mutated.json")
                    .toFile());

    for (int block = 0; block < BLOCKS; block++) {
      assertThat(
              MutatedReceipts.verify(
                  block,
                  policy,
                  (entry, file, strict, allowing) -> {
                    check(entry, file, strict, faults);
                    check(entry, file, allowing, faults);
                  }))
          .as("verdicts of block %d", block)
          .hasToString(vectors.get("digests").get(block).stringValue());
    }

    assertThat(vectors.get("digests")).hasSize(MutatedReceipts.BLOCKS);
    assertThat(files(vectors)).containsExactlyElementsOf(files(GENUINE));
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

  private static List<String> files(JsonNode vectors) {
    return vectors
        .get("genuine")
        .valueStream()
        .map(each -> each.get("file").stringValue())
        .toList();
  }

  private static List<String> files(List<Receipt> receipts) {
    return receipts.stream()
        .map(receipt -> Base64.getEncoder().encodeToString(receipt.file()))
        .toList();
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
