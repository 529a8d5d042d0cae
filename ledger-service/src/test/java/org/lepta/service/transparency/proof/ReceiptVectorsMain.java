package org.lepta.service.transparency.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.lepta.service.testing.SharedFiles;

/** Writes the vectors of receipts anew; run it after a change that is meant. */
final class ReceiptVectorsMain {

  private ReceiptVectorsMain() {}

  public static void main(String[] arguments) throws IOException, FaultException {
    Path vectors = SharedFiles.projectRoot().resolve("docs/reference/vectors");
    for (Map.Entry<String, byte[]> file : ReceiptVectors.all().entrySet()) {
      Path path = vectors.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    Files.write(vectors.resolve("receipts/mutated.json"), MutatedReceipts.json());
  }
}
