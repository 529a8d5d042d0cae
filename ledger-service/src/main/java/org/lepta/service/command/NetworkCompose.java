package org.lepta.service.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.lepta.service.network.Network;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Writes the Compose file of a network. */
@Command(
    name = "compose",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a file for Docker Compose that runs the nodes of the network as containers;",
      "makes the network's identities first if there are none. Linux only.",
      "Exit 0: written; 1: something failed, and the message says what."
    })
final class NetworkCompose implements Callable<Integer> {

  @Mixin private NetworkSetup setup;

  @Override
  public Integer call() throws InterruptedException {
    return NetworkFolder.run(() -> {
      Network network = setup.network();
      Path file = network.compose();
      System.out.printf(
          "Written: %s%nStart the nodes:    docker compose -f %s up -d --build%n"
              + "and then the rest:  scripts/lepta network up%n",
          file, file);
      return 0;
    });
  }
}
