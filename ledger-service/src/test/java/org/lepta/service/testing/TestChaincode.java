package org.lepta.service.testing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/** Runnable jars of contracts that stand in this project's test sources. */
public final class TestChaincode {

  private TestChaincode() {}

  /**
   * Writes a jar without classes that runs the main class on the class path of the tests.
   *
   * @param mark makes jars of the same contract different
   */
  public static Path write(Path jar, Class<?> main, String mark) throws IOException {
    String path =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(entry -> !entry.isEmpty())
            .map(entry -> Path.of(entry).toUri().toString())
            .collect(Collectors.joining(" "));
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, main.getName());
    attributes.put(Attributes.Name.CLASS_PATH, path);
    attributes.putValue("Mark", mark);
    // Written twice, the jar is the same: its time is fixed.
    JarEntry entry = new JarEntry(JarFile.MANIFEST_NAME);
    entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(entry);
      manifest.write(out);
    }
    return jar;
  }
}
