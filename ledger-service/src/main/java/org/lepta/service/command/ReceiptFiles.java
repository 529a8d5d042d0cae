package org.lepta.service.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.lepta.service.transparency.proof.LogProof;
import org.lepta.service.transparency.proof.ReceiptVerifier;

/**
 * The two files of a receipt, side by side: the exact bytes of the entry and its proof.
 *
 * @param proof the file {@code x.tlog-proof}
 * @param entry the file {@code x.entry}
 */
record ReceiptFiles(Path proof, Path entry) {

  private static final String ENTRY = ".entry";

  /** Finds both by the name of either; empty for any other name. */
  static Optional<ReceiptFiles> of(Path file) {
    String name = String.valueOf(file.getFileName());
    for (String extension : new String[] {LogProof.EXTENSION, ENTRY}) {
      if (name.endsWith(extension)) {
        String stem = name.substring(0, name.length() - extension.length());
        return Optional.of(
            new ReceiptFiles(
                file.resolveSibling(stem + LogProof.EXTENSION), file.resolveSibling(stem + ENTRY)));
      }
    }
    return Optional.empty();
  }

  /** Reads the proof, or of a file that is too large as much as shows that. */
  byte[] readProof() throws IOException {
    return read(proof, LogProof.MAX_BYTES);
  }

  /** Reads the entry, or of a file that is too large as much as shows that. */
  byte[] readEntry() throws IOException {
    return read(entry, ReceiptVerifier.MAX_ENTRY_BYTES);
  }

  /** Reads a file up to one byte more than its limit, which shows that it is too large. */
  static byte[] read(Path file, int limit) throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      return stream.readNBytes(limit + 1);
    }
  }
}
