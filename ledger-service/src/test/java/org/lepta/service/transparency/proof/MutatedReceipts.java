package org.lepta.service.transparency.proof;

import static org.lepta.service.transparency.proof.NoteSamples.SECOND_WITNESS;
import static org.lepta.service.transparency.proof.NoteSamples.STRANGER;
import static org.lepta.service.transparency.proof.NoteSamples.WITNESS;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.transparency.proof.Receipts.Receipt;

/**
 * Damaged receipts in blocks of 1,000, the same in every language: block n is made from genuine
 * receipts by {@link SplitMix} with the seed n. Its digest is SHA-256 over the verdicts, strict and
 * overlooking unknown signatures, one line per receipt. The twin of {@code
 * explorer-ui/src/main/ts/testing/mutated-receipts.ts}.
 */
final class MutatedReceipts {

  static final int BLOCKS = 100;
  static final int BLOCK_SIZE = 1_000;

  private static final List<Mutation> MUTATIONS = List.of(Mutation.values());
  private static final int[] SIZES = {1, 2, 7, 8, 33};

  static final List<Receipt> GENUINE = genuine();

  private MutatedReceipts() {}

  /** Takes one damaged receipt and the two verdicts on it. */
  @FunctionalInterface
  interface Reader {
    void read(byte[] entry, byte[] file, Verdict strict, Verdict allowing);
  }

  private static List<Receipt> genuine() {
    List<Receipt> genuine = new ArrayList<>();
    for (int size : SIZES) {
      genuine.add(Receipts.receipt(size / 2, size, WITNESS, SECOND_WITNESS));
      genuine.add(Receipts.receipt(size - 1, size, STRANGER, WITNESS));
    }
    return List.copyOf(genuine);
  }

  /** Verifies one block under the policy of the vectors; returns its digest. */
  static Sha256 verify(int block, Policy policy, Reader reader) {
    ReceiptVerifier strict = ReceiptVerifier.strict(policy);
    ReceiptVerifier allowing = ReceiptVerifier.allowingUnknownSignatures(policy);
    SplitMix random = new SplitMix(block);
    StringBuilder verdicts = new StringBuilder();
    for (int count = 0; count < BLOCK_SIZE; count++) {
      Receipt receipt = any(random);
      byte[] file = receipt.file();
      byte[] entry = (random.below(8) == 0 ? any(random) : receipt).entry();
      for (int times = 1 + random.below(2); times > 0 && file.length > 0; times--) {
        Mutation mutation = MUTATIONS.get(random.below(MUTATIONS.size()));
        file = mutation.apply(file, any(random).file(), random);
      }
      Verdict first = strict.verify(entry, file);
      Verdict second = allowing.verify(entry, file);
      reader.read(entry, file, first, second);
      verdicts.append(text(first)).append(' ').append(text(second)).append('\n');
    }
    return Sha256.digest(NoteSamples.bytes(verdicts.toString()));
  }

  private static Receipt any(SplitMix random) {
    return GENUINE.get(random.below(GENUINE.size()));
  }

  private static String text(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Proven proven -> "proven:" + proven.index();
      case Verdict.Unchecked _ -> "unchecked";
      case Verdict.Refused refused -> refused.fault() + ":" + refused.line();
    };
  }

  /** The file of genuine receipts and digests. */
  static byte[] json() throws FaultException {
    Policy policy = Policy.parse(NoteSamples.bytes(ReceiptVectors.POLICY));
    String receipts =
        GENUINE.stream()
            .map(receipt ->
                "    {\"entry\": \"%s\",\n     \"file\": \"%s\"}"
                    .formatted(base64(receipt.entry()), base64(receipt.file())))
            .collect(Collectors.joining(",\n"));
    List<String> digests = new ArrayList<>();
    for (int block = 0; block < BLOCKS; block++) {
      digests.add("    \"" + verify(block, policy, (entry, file, first, second) -> {}) + "\"");
    }
    return NoteSamples.bytes(
        "{\n  \"genuine\": [\n%s\n  ],\n  \"digests\": [\n%s\n  ]\n}\n"
            .formatted(receipts, String.join(",\n", digests)));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
