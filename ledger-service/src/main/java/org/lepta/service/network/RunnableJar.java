package org.lepta.service.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/**
 * Small runnable jars of contracts for trials and measurements: a few classes of their own, the
 * rest from places of this machine. The same arguments give the same bytes.
 */
public final class RunnableJar {
  private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

  private RunnableJar() {}

  /**
   * Writes a jar.
   *
   * @param main its main class
   * @param mark makes jars of the same classes different
   * @param inside classes that lie in the jar itself
   * @param classPath jars and folders of this machine that it runs with
   */
  public static Path write(
      Path jar, Class<?> main, String mark, List<Class<?>> inside, List<Path> classPath)
      throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      out.putNextEntry(entry(JarFile.MANIFEST_NAME));
      manifest(main, mark, classPath).write(out);
      for (Class<?> type : inside) {
        String name = type.getName().replace('.', '/') + ".class";
        out.putNextEntry(entry(name));
        out.write(bytes(type, '/' + name));
      }
    }
    return jar;
  }

  private static Manifest manifest(Class<?> main, String mark, List<Path> classPath) {
    String places =
        classPath.stream()
            .map(place -> place.toAbsolutePath().toUri().toString())
            .collect(Collectors.joining(" "));
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, main.getName());
    attributes.put(Attributes.Name.CLASS_PATH, places);
    attributes.putValue("Mark", mark);
    return manifest;
  }

  /** The time is fixed, so that a jar written twice is the same. */
  private static JarEntry entry(String name) {
    JarEntry entry = new JarEntry(name);
    entry.setTimeLocal(TIME);
    return entry;
  }

  private static byte[] bytes(Class<?> type, String resource) throws IOException {
    try (InputStream in = type.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("the code of " + type.getName() + " cannot be read");
      }
      return in.readAllBytes();
    }
  }
}
