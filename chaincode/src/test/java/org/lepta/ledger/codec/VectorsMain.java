package org.lepta.ledger.codec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes the vectors of the documentation anew; run it after a change that is meant. */
final class VectorsMain {

  private VectorsMain() {}

  public static void main(String[] args) throws IOException {
    for (Map.Entry<String, byte[]> file : Vectors.all().entrySet()) {
      Path path = ProjectFiles.vectors().resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    FieldTables.rewrite();
  }
}
