package org.lepta.service.command;

import java.util.Arrays;
import picocli.CommandLine;

/** The small jar's own beginning: what anyone can run who trusts nobody here. */
final class VerifierMain {

  private VerifierMain() {}

  /**
   * Runs one command and ends the process with its exit code.
   *
   * @param arguments {@code verify}, {@code audit} or {@code sample}, and what belongs to it
   */
  public static void main(String[] arguments) {
    String first = arguments.length > 0 ? arguments[0] : "";
    String name = first.equals("audit") || first.equals("sample") ? first : "verify";
    CommandLine line = new CommandLine(command(name));
    boolean named = first.equals(name);
    String[] rest = named ? Arrays.copyOfRange(arguments, 1, arguments.length) : arguments;
    System.exit(line.setCommandName("scripts/lepta " + name).execute(rest));
  }

  private static Object command(String name) {
    return switch (name) {
      case "audit" -> new AuditCommand();
      case "sample" -> new SampleCommand();
      default -> new VerifyCommand();
    };
  }
}
