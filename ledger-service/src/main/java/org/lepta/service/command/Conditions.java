package org.lepta.service.command;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;

/**
 * What figures of this machine depend on, as found before a run.
 *
 * @param load average of the last minute; negative where the system does not tell
 * @param forceMicros what one forced write of 4 KiB costs in the measured folder: the median of
 *     many
 */
record Conditions(String java, int cores, double load, long heapMebibytes, double forceMicros) {

  private static final int FORCED_WRITES = 300;
  private static final int WRITE_BYTES = 4096;

  static Conditions of(Path folder) throws IOException {
    return new Conditions(
        Runtime.version().toString(),
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        Runtime.getRuntime().maxMemory() >> 20,
        forceMicros(folder.resolve("probe")));
  }

  private static double forceMicros(Path file) throws IOException {
    long[] nanos = new long[FORCED_WRITES];
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (int i = 0; i < nanos.length; i++) {
        long begun = System.nanoTime();
        channel.write(ByteBuffer.allocate(WRITE_BYTES), (long) i * WRITE_BYTES);
        channel.force(false);
        nanos[i] = System.nanoTime() - begun;
      }
    } finally {
      Files.deleteIfExists(file);
    }
    Arrays.sort(nanos);
    return nanos[nanos.length / 2] / 1e3;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "JDK %s, %d cores, load %.2f, heap at most %d MiB, one forced write %.0f us (median of %d)",
        java,
        cores,
        load,
        heapMebibytes,
        forceMicros,
        FORCED_WRITES);
  }
}
