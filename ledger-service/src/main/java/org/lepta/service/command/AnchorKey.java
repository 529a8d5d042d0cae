package org.lepta.service.command;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.lepta.service.anchoring.AccountKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a key of a member, or of the account that pays. */
@Command(
    name = "key",
    mixinStandardHelpOptions = true,
    description = {
      "Makes a new key in a new file of mode 0600, and prints its address.",
      "Exit 0: made; 2: the file is there already or cannot be written."
    })
final class AnchorKey implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "where to write it")
  Path file = Path.of("anchor-key");

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    try {
      spec.commandLine().getOut().println(AccountKey.create(file).address());
      return 0;
    } catch (FileAlreadyExistsException e) {
      return refuse("A key is never written over: " + file + " is there.");
    } catch (IOException e) {
      return refuse("The key cannot be written: " + e);
    }
  }

  private int refuse(String message) {
    spec.commandLine().getErr().println(message);
    return 2;
  }
}
