package org.lepta.service.command.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.lepta.service.network.Network;
import org.lepta.service.network.NetworkException;

/**
 * Time that processors worked.
 *
 * @param client seconds of this process: what calls, and where it runs a service, that too
 * @param network seconds of all peers, orderers and chaincode processes
 */
record Cpu(double client, double network) {

  /** What has been used until now, as the system tells of each process by its id. */
  static Cpu now(Network network) throws IOException, NetworkException {
    double nodes = 0;
    for (ProcessHandle process : network.processes()) {
      nodes += seconds(process.info().totalCpuDuration().orElse(Duration.ZERO));
    }
    OperatingSystemMXBean own = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return new Cpu(own.getProcessCpuTime() / 1e9, nodes);
  }

  private static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }

  /** What was used since an earlier look. */
  Cpu since(Cpu earlier) {
    return new Cpu(client - earlier.client, network - earlier.network);
  }
}
