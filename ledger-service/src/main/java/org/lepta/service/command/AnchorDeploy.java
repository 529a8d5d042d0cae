package org.lepta.service.command;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.lepta.service.anchoring.AccountKey;
import org.lepta.service.anchoring.AnchorException;
import org.lepta.service.anchoring.ContractAddress;
import org.lepta.service.anchoring.Deployment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Puts the contract of a log on a chain. */
@Command(
    name = "deploy",
    mixinStandardHelpOptions = true,
    description = {
      "Deploys the contract that anchors one log, and prints the settings of the services.",
      "Exit 0: deployed; 1: not deployed, and the message begins with a code; 2: wrong usage."
    })
final class AnchorDeploy implements Callable<Integer> {

  private static final BigInteger GWEI = BigInteger.TEN.pow(9);

  @Option(
      names = "--node",
      required = true,
      paramLabel = "URL",
      description = "JSON-RPC address of a node of the chain")
  URI node = URI.create("http://127.0.0.1:8545");

  @Option(
      names = "--chain-id",
      required = true,
      paramLabel = "NUMBER",
      description = "the chain that it must be of")
  long chainId;

  @Option(
      names = "--payer-key",
      required = true,
      paramLabel = "FILE",
      description = "key of the account that pays")
  Path payerKey = Path.of("payer-key");

  @Option(
      names = "--origin",
      required = true,
      paramLabel = "NAME",
      description = "name of the log that it anchors, for ever")
  String origin = "";

  @Option(
      names = "--member",
      required = true,
      paramLabel = "ADDRESS",
      description = "address of a member's key; two or more")
  List<String> members = List.of();

  @Option(
      names = "--threshold",
      required = true,
      paramLabel = "K",
      description = "how many of them must sign, at least 2")
  int threshold;

  @Option(
      names = "--most-fee",
      defaultValue = "50",
      paramLabel = "GWEI",
      description = "cap on what a unit of gas may cost (default: ${DEFAULT-VALUE})")
  long mostFee;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    try {
      AccountKey payer = AccountKey.read(payerKey);
      List<String> addresses =
          members.stream().map(member -> new ContractAddress(chainId, member).address()).toList();
      Deployment deployment =
          new Deployment(node, chainId, payer, BigInteger.valueOf(mostFee).multiply(GWEI));
      say(deployment.deploy(origin, addresses, threshold));
      return 0;
    } catch (AnchorException e) {
      return refuse(e.trouble() + ": " + e.getMessage(), 1);
    } catch (IOException | IllegalArgumentException e) {
      return refuse(String.valueOf(e.getMessage()), 2);
    }
  }

  private void say(ContractAddress contract) {
    var out = spec.commandLine().getOut();
    out.println("lepta.anchor.chain-id=" + contract.chainId());
    out.println("lepta.anchor.contract=" + contract.address());
    out.println("lepta.anchor.origin=" + origin);
    out.flush();
  }

  private int refuse(String message, int code) {
    spec.commandLine().getErr().println(message);
    return code;
  }
}
