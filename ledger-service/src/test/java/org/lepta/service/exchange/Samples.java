package org.lepta.service.exchange;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** Where the files that tests import lie. */
final class Samples {

  private Samples() {}

  /** A published file beside the project; the test is skipped where that folder is missing. */
  static Path published(String name) {
    Path data =
        Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
            .map(folder -> folder.resolve("shared").resolve("data"))
            .filter(Files::isDirectory)
            .findFirst()
            .orElse(Path.of("shared", "data"));
    assumeTrue(Files.isDirectory(data), "the folder of published files, shared/data, is missing");
    return data.resolve(name);
  }

  /** A small file of our own. */
  static Path own(String name) {
    URL url = Objects.requireNonNull(Samples.class.getResource("/exchange/" + name), name);
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static ImportReport load(Intake intake, Path file) throws IOException {
    return load(intake, file, ImportOptions.standard());
  }

  static ImportReport load(Intake intake, Path file, ImportOptions options) throws IOException {
    return new Importer(intake).importFile(file, options, ProgressListener.NONE);
  }
}
