package org.lepta.service.command;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The commands that prepare an anchor on a chain. */
@Command(
    name = "anchor",
    mixinStandardHelpOptions = true,
    description = {
      "Prepares the anchor of a log on an EVM chain: keys, and the contract.",
      "See docs/operating/anchor.md."
    },
    subcommands = {AnchorKey.class, AnchorDeploy.class})
final class AnchorCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return CommandLine.ExitCode.USAGE;
  }
}
