package org.lepta.service.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A new temporary folder, deleted with all that is in it when it is closed. */
record BenchFolder(Path path) implements AutoCloseable {

  static BenchFolder make() throws IOException {
    return new BenchFolder(Files.createTempDirectory("lepta-bench"));
  }

  @Override
  public void close() throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(path)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      Files.deleteIfExists(each);
    }
  }
}
