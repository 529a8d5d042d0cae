package org.lepta.service.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class LeptaTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    CommandLine line = Lepta.commandLine();
    return line.setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  @Test
  void versionNamesTheProgramAndItsJava() {
    int exit = run("--version");

    assertThat(exit).isZero();
    assertThat(out.toString()).startsWith("lepta ").contains("Java 25");
  }

  @Test
  void withoutACommandTheUsageGoesToStandardErrorAndTheExitCodeIsTwo() {
    int exit = run();

    assertThat(exit).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).startsWith("Usage: lepta");
  }

  @Test
  void anUnknownOptionExitsWithTwo() {
    int exit = run("--no-such-option");

    assertThat(exit).isEqualTo(2);
    assertThat(err.toString()).contains("--no-such-option");
  }
}
