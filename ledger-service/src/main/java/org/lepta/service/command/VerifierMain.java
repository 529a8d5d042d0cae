package org.lepta.service.command;

import java.util.Arrays;
import picocli.CommandLine;

/** The small jar's own beginning: what anyone can run who trusts nobody here. */
final class VerifierMain {

  private VerifierMain() {}

  /**
   * Runs one command and ends the process with its exit code.
   *
   * @param arguments {@code verify} or {@code audit}, and what belongs to it
   */
  public static void main(String[] arguments) {
    boolean audit = arguments.length > 0 && arguments[0].equals("audit");
    CommandLine line = new CommandLine(audit ? new AuditCommand() : new VerifyCommand());
    String name = audit ? "audit" : "verify";
    boolean named = arguments.length > 0 && arguments[0].equals(name);
    String[] rest = named ? Arrays.copyOfRange(arguments, 1, arguments.length) : arguments;
    System.exit(line.setCommandName("scripts/lepta " + name).execute(rest));
  }
}
