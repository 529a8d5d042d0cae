package org.lepta.service.command;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.lepta.service.network.Definition;
import org.lepta.service.network.NetworkStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows how a network is. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = {
      "Shows every process of the network, its height and the chaincode on the channel.",
      "Exit 0: all is up; 1: it cannot be told; 3: nothing runs; 4: a part runs."
    })
final class NetworkStatusCommand implements Callable<Integer> {
  private static final int DOWN = 3;
  private static final int PARTLY_UP = 4;

  @Mixin private NetworkFolder folder;

  @Override
  public Integer call() throws InterruptedException {
    return NetworkFolder.run(() -> {
      NetworkStatus status = folder.network().status();
      System.out.println("ordering   " + status.ordering().name().toLowerCase(Locale.ROOT));
      Definition definition = status.definition();
      System.out.println(
          "chaincode  "
              + (definition == null
                  ? "unknown"
                  : "sequence " + definition.sequence() + ", SHA-256 " + definition.version()));
      System.out.printf(
          "%n%-24s %-9s %8s  %-16s %s%n", "", "state", "process", "address", "height");
      status.nodes().forEach(NetworkStatusCommand::print);
      return status.up() ? 0 : status.down() ? DOWN : PARTLY_UP;
    });
  }

  private static void print(NetworkStatus.Row row) {
    System.out.printf(
        "%-24s %-9s %8s  %-16s %s%n",
        row.name(),
        row.state().name().toLowerCase(Locale.ROOT),
        row.processId() == 0 ? "" : Long.toString(row.processId()),
        row.endpoint(),
        row.height().isPresent() ? Long.toString(row.height().getAsLong()) : "");
  }
}
