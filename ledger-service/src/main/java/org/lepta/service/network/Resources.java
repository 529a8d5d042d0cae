package org.lepta.service.network;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** The files of {@code network-config/}, which are packed into the service's jar. */
final class Resources {
  private static final List<String> TEXTS = List.of("core.yaml", "orderer.yaml");
  private static final List<String> SCRIPTS =
      List.of(
          "launch",
          "builder/bin/detect",
          "builder/bin/build",
          "builder/bin/release",
          "builder/bin/run");

  private Resources() {}

  static String text(String name) throws IOException {
    try (InputStream in = Resources.class.getResourceAsStream("/network-config/" + name)) {
      if (in == null) {
        throw new IOException("this build of Lepta lacks network-config/" + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Writes what Fabric's programs read or run into the folder, over what was there. */
  static void writeTo(Path folder) throws IOException {
    for (String name : TEXTS) {
      replace(folder.resolve(name), text(name), "rw-r--r--");
    }
    for (String name : SCRIPTS) {
      replace(folder.resolve(name), text(name), "rwxr-xr-x");
    }
  }

  /** A running script keeps its old file. */
  private static void replace(Path file, String text, String mode) throws IOException {
    Path folder = Files.createDirectories(file.resolveSibling("."));
    Path fresh = Files.createTempFile(folder, ".new", "");
    Files.writeString(fresh, text);
    Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString(mode));
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
