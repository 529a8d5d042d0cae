package org.lepta.service.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lepta.service.network.Network;
import org.lepta.service.network.NetworkException;
import org.lepta.service.network.NetworkSettings;
import org.lepta.service.network.Ordering;
import picocli.CommandLine.Option;

/** What the commands on a network have in common: its folder, and how they end. */
final class NetworkFolder {

  /** What a command does; its result is the exit code. */
  interface Work {
    int run() throws IOException, InterruptedException, NetworkException;
  }

  @Option(
      names = "--data",
      defaultValue = "${env:LEPTA_NETWORK:-.lepta-network}",
      description = "folder of the network (default: ${DEFAULT-VALUE})")
  Path data = Path.of(".lepta-network");

  /** A network that is there; its chaincode is not touched. */
  Network network() {
    return network(null, Path.of("lepta-chaincode.jar"), Map.of());
  }

  Network network(@Nullable Ordering ordering, Path jar, Map<String, String> organisations) {
    NetworkSettings settings =
        new NetworkSettings(data, ordering, "lepta", "lepta", jar, organisations, System.getenv());
    return new Network(settings, line -> System.out.println("  " + line));
  }

  /** Runs the work; what went wrong is said on standard error and ends with 1. */
  static int run(Work work) throws InterruptedException {
    try {
      return work.run();
    } catch (NetworkException | IOException e) {
      System.err.println(e.getMessage());
      return 1;
    }
  }
}
