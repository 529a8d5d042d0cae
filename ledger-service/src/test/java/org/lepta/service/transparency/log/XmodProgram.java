package org.lepta.service.transparency.log;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * {@code foreign/xmod.go}: a driver of ours around {@code golang.org/x/mod/sumdb}, built from the
 * source that Debian packages as golang-golang-x-mod-dev, without any network.
 */
final class XmodProgram {

  private static final Path SOURCES = Path.of("/usr/share/gocode");
  private static final Path DEBIAN_TOOLCHAINS = Path.of("/usr/lib");

  private XmodProgram() {}

  /** Builds it into the folder and returns its path, or ends the test as skipped, by name. */
  static String build(ForeignPrograms programs, Path folder)
      throws IOException, InterruptedException {
    if (!Files.isDirectory(SOURCES.resolve("src/golang.org/x/mod/sumdb/tlog"))) {
      abort("needs the sources of golang.org/x/mod (package golang-golang-x-mod-dev)");
    }
    String go = go();
    Path source = folder.resolve("xmod.go");
    try (InputStream in = XmodProgram.class.getResourceAsStream("/foreign/xmod.go")) {
      Files.copy(Objects.requireNonNull(in), source);
    }
    String built = folder.resolve("xmod").toString();
    int code =
        programs.run(
            "env",
            "GO111MODULE=off",
            "GOFLAGS=",
            "GOTOOLCHAIN=local",
            "GOPATH=" + SOURCES,
            "GOCACHE=" + cache(),
            go,
            "build",
            "-o",
            built,
            source.toString());
    if (code != 0) {
      throw new IOException(programs.said());
    }
    return built;
  }

  /** Kept between runs: Go compiles its standard library on first use. */
  private static Path cache() {
    return Path.of("target", "go-cache").toAbsolutePath();
  }

  private static String go() throws IOException {
    String named = System.getenv("LEPTA_GO");
    Stream<Path> onPath =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
            .map(folder -> Path.of(folder, "go"));
    try (Stream<Path> folders = Files.list(DEBIAN_TOOLCHAINS)) {
      List<Path> debian =
          folders
              .filter(folder -> folder.getFileName().toString().startsWith("go-"))
              .sorted()
              .map(folder -> folder.resolve("bin/go"))
              .toList();
      return Stream.of(Stream.ofNullable(named).map(Path::of), onPath, debian.stream())
          .flatMap(candidates -> candidates)
          .filter(Files::isExecutable)
          .findFirst()
          .map(Path::toString)
          .orElseGet(() -> abort("needs Go (package golang-go) on the PATH or in LEPTA_GO"));
    }
  }
}
