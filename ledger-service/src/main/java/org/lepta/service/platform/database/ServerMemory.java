package org.lepta.service.platform.database;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * How much memory the embedded server keeps pages in: an eighth of the machine's, since service and
 * system need most of it, and not more than is of use to a ledger of a few million entries.
 * PostgreSQL takes it only as pages are read.
 */
final class ServerMemory {

  private static final long MEGABYTE = 1 << 20;
  private static final long LEAST = 128;
  private static final long MOST = 4096;

  private ServerMemory() {}

  /** The setting {@code shared_buffers} for this machine or container. */
  static String sharedBuffers() {
    long machine =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    return sharedBuffers(machine);
  }

  /** The same for a machine with that many bytes. */
  static String sharedBuffers(long machine) {
    return Math.clamp(machine / 8 / MEGABYTE, LEAST, MOST) + "MB";
  }
}
