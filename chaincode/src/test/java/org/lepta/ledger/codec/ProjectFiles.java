package org.lepta.ledger.codec;

import java.nio.file.Files;
import java.nio.file.Path;

/** Files of the project, found from wherever the tests run. */
public final class ProjectFiles {

  private ProjectFiles() {}

  /** The folder that holds the documentation. */
  public static Path docs() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("chaincode/src"))) {
      Path parent = folder.getParent();
      if (parent == null) {
        throw new IllegalStateException("not inside the project");
      }
      folder = parent;
    }
    return folder.resolve("docs");
  }

  public static Path vectors() {
    return docs().resolve("reference/vectors");
  }

  /** The main sources of this module. */
  public static Path sources() {
    return docs().resolveSibling("chaincode/src/main/java/org/lepta/ledger");
  }
}
