package org.lepta.service.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Files handed over beside the project, at {@code ../shared} from the project's root. */
public final class SharedFiles {

  private SharedFiles() {}

  /** Finds a file or folder by its path below {@code shared}; empty where it is missing. */
  public static Optional<Path> find(String path) {
    return Optional.of(projectRoot().resolveSibling("shared").resolve(path)).filter(Files::exists);
  }

  /** Returns the topmost folder of this build, wherever in it the tests were started. */
  public static Path projectRoot() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder.getParent() != null && Files.exists(folder.resolveSibling("pom.xml"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
