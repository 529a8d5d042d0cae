package org.lepta.service.platform.database;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much of the machine the embedded server takes, as settings of PostgreSQL. */
final class ServerRoom {

  private static final long MEGABYTE = 1 << 20;
  private static final long LEAST_MEMORY = 128;
  private static final long MOST_MEMORY = 4_096;
  private static final long LEAST_LOG = 1_024;
  private static final long MOST_LOG = 6_144;

  private ServerRoom() {}

  /** The setting {@code shared_buffers} for this machine or container. */
  static String sharedBuffers() {
    long machine =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    return sharedBuffers(machine);
  }

  /**
   * The same for a machine with that many bytes: an eighth of them, since service and system need
   * most of it, and not more than is of use to a ledger of a few million entries. PostgreSQL takes
   * it only as pages are read.
   */
  static String sharedBuffers(long machine) {
    return Math.clamp(machine / 8 / MEGABYTE, LEAST_MEMORY, MOST_MEMORY) + "MB";
  }

  /** The setting {@code max_wal_size} for the disk that a folder is on. */
  static String writeAheadLog(Path folder) {
    try {
      return writeAheadLog(Files.getFileStore(folder).getUsableSpace());
    } catch (IOException e) {
      throw new DatabaseException("the space beside " + folder + " is not known", e);
    }
  }

  /**
   * The same for a disk with that many free bytes: a tenth of them. Each page is written whole into
   * that log when it first changes behind a checkpoint; so an import, which touches pages
   * everywhere, is the faster the rarer checkpoints are.
   */
  static String writeAheadLog(long free) {
    return Math.clamp(free / 10 / MEGABYTE, LEAST_LOG, MOST_LOG) + "MB";
  }
}
