package org.lepta.service.command;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.lepta.service.network.Definition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Replaces the chaincode of a running network. */
@Command(
    name = "upgrade",
    mixinStandardHelpOptions = true,
    description = {
      "Installs another chaincode for every member, approves and commits it.",
      "Calls wait while it starts; none is refused.",
      "Exit 0: it runs; 1: something failed, and the message says what."
    })
final class NetworkUpgrade implements Callable<Integer> {

  @Mixin private NetworkFolder folder;

  @Parameters(
      arity = "0..1",
      paramLabel = "JAR",
      defaultValue = "${env:LEPTA_CHAINCODE:-lepta-chaincode.jar}",
      description = "the new chaincode (default: the one built with Lepta)")
  Path jar = Path.of("lepta-chaincode.jar");

  @Override
  public Integer call() throws InterruptedException {
    return NetworkFolder.run(() -> {
      Definition definition = folder.network(null, jar, Map.of()).upgrade();
      System.out.printf(
          "Chaincode of sequence %d, SHA-256 %s%n", definition.sequence(), definition.version());
      return 0;
    });
  }
}
