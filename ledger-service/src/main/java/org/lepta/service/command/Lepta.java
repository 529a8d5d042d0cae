package org.lepta.service.command;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * The root command {@code lepta}; every other command is a subcommand of it.
 *
 * <p>Called without a subcommand it prints the usage to standard error and exits with 2, as it does
 * for unknown options.
 */
@Command(
    name = "lepta",
    description = "A transparent donation and resource-allocation ledger.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      DemoCommand.class,
      ServeCommand.class,
      FsckCommand.class,
      NetworkCommand.class,
      MoveCommand.class,
      ImportCommand.class,
      ExportCommand.class,
      BenchCommand.class,
      VerifyCommand.class,
      AuditCommand.class,
      SampleCommand.class,
      WitnessCommand.class,
      AnchorCommand.class,
      LogKeyCommand.class,
      CommandLine.HelpCommand.class
    })
public final class Lepta implements Callable<Integer> {
  @Spec private CommandSpec spec;

  /**
   * Runs one command and ends the process with its exit code.
   *
   * @param arguments the words after {@code lepta}
   */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** Returns the parser with all commands registered; each call gives a new one. */
  static CommandLine commandLine() {
    return new CommandLine(new Lepta())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler((e, line, parsed) -> exitCode(e));
  }

  private static int exitCode(Exception e) throws Exception {
    if (e instanceof NotStartedException) {
      return CommandLine.ExitCode.SOFTWARE;
    }
    throw e;
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return CommandLine.ExitCode.USAGE;
  }
}
