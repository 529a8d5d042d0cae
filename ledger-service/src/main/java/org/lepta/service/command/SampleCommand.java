package org.lepta.service.command;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The auditor's sample by money. Runs from the small jar as well. */
@Command(
    name = "sample",
    mixinStandardHelpOptions = true,
    description = {
      "Draws a fair sample of a fund's payments by money: draw commits to it, take selects once a"
          + " checkpoint stands behind the draw, check repeats it."
    },
    subcommands = {SampleDraw.class, SampleTake.class, SampleCheck.class})
final class SampleCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return CommandLine.ExitCode.USAGE;
  }
}
