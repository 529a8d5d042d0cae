package org.lepta.service.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops a network. */
@Command(
    name = "down",
    mixinStandardHelpOptions = true,
    description = {
      "Stops every process of the network; its ledger stays for the next 'network up'.",
      "Exit 0: nothing runs any more; 1: something failed, and the message says what."
    })
final class NetworkDown implements Callable<Integer> {

  @Mixin private NetworkFolder folder;

  @Override
  public Integer call() throws InterruptedException {
    return NetworkFolder.run(() -> {
      int stopped = folder.network().down();
      System.out.println(
          stopped == 0 ? "The network was down already." : "Stopped " + stopped + " nodes.");
      return 0;
    });
  }
}
