package org.lepta.service.testing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.lepta.service.network.RunnableJar;

/** Runnable jars of contracts that stand in this project's test sources. */
public final class TestChaincode {

  private TestChaincode() {}

  /**
   * Writes a jar without classes that runs the main class on the class path of the tests.
   *
   * @param mark makes jars of the same contract different
   */
  public static Path write(Path jar, Class<?> main, String mark) throws IOException {
    List<Path> places =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(entry -> !entry.isEmpty())
            .map(Path::of)
            .toList();
    return RunnableJar.write(jar, main, mark, List.of(), places);
  }
}
