package org.lepta.service.command;

import java.util.concurrent.Callable;
import org.lepta.service.network.Network;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Makes and starts a network, or goes on with the one that is there. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = {
      "Makes the network at first, later starts what of it does not run; the ledger is kept.",
      "Nodes go on in the background until 'network down'.",
      "Exit 0: all is up; 1: something failed, and the message says what."
    })
final class NetworkUp implements Callable<Integer> {

  @Mixin private NetworkSetup setup;

  @Override
  public Integer call() throws InterruptedException {
    return NetworkFolder.run(() -> {
      Network network = setup.network();
      boolean started = network.up();
      System.out.println(started ? "The network is up." : "The network was up already.");
      System.out.println("Connection files for a service:");
      for (String participant : network.participants()) {
        System.out.printf("  %-13s %s%n", participant, network.connectionFile(participant));
      }
      return 0;
    });
  }
}
