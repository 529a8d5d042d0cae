package org.lepta.service.command;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lepta.service.network.Network;
import org.lepta.service.network.Ordering;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

  @Mixin private NetworkFolder folder;

  @Option(
      names = "--ordering",
      description =
          "raft: three members, goes on while two run; bft: four members, one of whom may lie."
              + " Chosen at the first start (default: raft)")
  @Nullable Ordering ordering;

  @Option(
      names = "--chaincode",
      defaultValue = "${env:LEPTA_CHAINCODE:-lepta-chaincode.jar}",
      description = "jar to install at the first start (default: the one built with Lepta)")
  Path chaincode = Path.of("lepta-chaincode.jar");

  @Option(
      names = "--organisation",
      paramLabel = "NAME=ID",
      description =
          "id (org-id.guide) of a participant: foundation-1, foundation-2, operator, foundation-3"
              + " or auditor; at the first start only")
  Map<String, String> organisations = new HashMap<>();

  @Override
  public Integer call() throws InterruptedException {
    return NetworkFolder.run(() -> {
      Network network = folder.network(ordering, chaincode, organisations);
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
