package org.lepta.service.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A new temporary folder, deleted with all that is in it when it is closed. */
record BenchFolder(Path path) implements AutoCloseable {

  static BenchFolder make() throws IOException {
    return new BenchFolder(Files.createTempDirectory("lepta-bench"));
  }

  @Override
  public void close() throws IOException {
    OldData.deleteTree(path);
  }
}
