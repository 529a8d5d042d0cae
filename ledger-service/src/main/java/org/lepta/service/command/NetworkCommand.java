package org.lepta.service.command;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The commands that run a network of a consortium on this machine. */
@Command(
    name = "network",
    mixinStandardHelpOptions = true,
    description = {
      "Runs a Fabric network of a consortium on this machine, on loopback addresses.",
      "Needs Fabric's own programs: see docs/operating/network.md."
    },
    subcommands = {
      NetworkUp.class,
      NetworkDown.class,
      NetworkStatusCommand.class,
      NetworkLogs.class,
      NetworkUpgrade.class,
      NetworkCompose.class
    })
final class NetworkCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return CommandLine.ExitCode.USAGE;
  }
}
