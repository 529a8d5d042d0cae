package org.lepta.service.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lepta.service.transparency.log.LogAlarmException;
import org.lepta.service.transparency.log.LogKeyFiles;
import org.lepta.service.transparency.proof.VerifierKey;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The key that signs a log's checkpoints: shows it, and prepares its successor. */
@Command(
    name = "log-key",
    mixinStandardHelpOptions = true,
    description = {
      "The key that signs the log's checkpoints. See docs/operating/log-key.md.",
      "Exit 0: done; 1: refused, with a code; 2: wrong usage."
    })
final class LogKeyCommand implements Callable<Integer> {

  /** A second change while one waits would orphan the key that is to take over. */
  private static final String CHANGE_WAITS = "LOG_KEY_CHANGE_WAITS";

  @Spec private CommandSpec spec;

  static final class Data {
    @Option(
        names = "--data",
        defaultValue = "${env:LEPTA_DATA:-.lepta}",
        description = "folder of all data (default: ${DEFAULT-VALUE})")
    Path folder = Path.of(".lepta");
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return CommandLine.ExitCode.USAGE;
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Prints the verifier key in use, and the next one.")
  int show(@CommandLine.Mixin Data data) {
    LogKeyFiles keys = new LogKeyFiles(data.folder);
    try {
      out().println(keys.inUse());
      Optional<VerifierKey> next = keys.next();
      next.ifPresent(key -> out().println("next: " + key));
      return 0;
    } catch (LogAlarmException e) {
      return refuse(e.alarm().name(), String.valueOf(e.getMessage()));
    }
  }

  @Command(
      name = "rotate",
      mixinStandardHelpOptions = true,
      description = {
        "Makes the next key in the file log-key.next, and prints it.",
        "It takes over at the next start of the service, which records that on the ledger."
      })
  int rotate(@CommandLine.Mixin Data data) {
    LogKeyFiles keys = new LogKeyFiles(data.folder);
    try {
      out().println(keys.prepareNext());
      out().printf("Back up %s now, encrypted and apart from the data.%n", keys.nextFile());
      out().println("Give the key above to your witnesses, then start the service again.");
      return 0;
    } catch (FileAlreadyExistsException e) {
      return refuse(CHANGE_WAITS, e.getMessage() + " takes over at the next start of the service");
    } catch (LogAlarmException e) {
      return refuse(e.alarm().name(), String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return refuse("LOG_FILES_TROUBLE", "the key cannot be written: " + e);
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private int refuse(String code, String detail) {
    spec.commandLine().getErr().println(code + ": " + detail);
    return 1;
  }
}
