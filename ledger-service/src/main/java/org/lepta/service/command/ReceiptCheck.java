package org.lepta.service.command;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.lepta.service.transparency.proof.ReceiptVerifier;
import org.lepta.service.transparency.proof.Verdict;

/**
 * Reads, verifies and reports one receipt after the other.
 *
 * @param verifier whom to believe
 * @param text where the report goes
 */
record ReceiptCheck(ReceiptVerifier verifier, VerdictText text) {

  /** What came of a receipt. */
  enum Outcome {
    HOLDS,
    DOES_NOT_HOLD,
    CANNOT_BE_CHECKED
  }

  Outcome run(ReceiptFiles receipt) {
    byte[] proof;
    byte[] entry;
    try {
      proof = receipt.readProof();
      entry = receipt.readEntry();
    } catch (IOException e) {
      text.unchecked(receipt, "A file of the receipt cannot be read: " + reason(e));
      return Outcome.CANNOT_BE_CHECKED;
    }
    return switch (verifier.verify(entry, proof)) {
      case Verdict.Proven proven -> {
        text.proven(receipt, entry.length, proven);
        yield Outcome.HOLDS;
      }
      case Verdict.Refused refused -> {
        text.refused(receipt, refused);
        yield Outcome.DOES_NOT_HOLD;
      }
      case Verdict.Unchecked unchecked -> {
        text.unknownOrigin(receipt, unchecked);
        yield Outcome.CANNOT_BE_CHECKED;
      }
    };
  }

  /** Says why a file could not be read. */
  static String reason(IOException e) {
    String message = TerminalText.of(String.valueOf(e.getMessage()));
    return e instanceof NoSuchFileException ? "there is no file " + message : message;
  }
}
