package org.lepta.service.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.service.kernel.ProcessLock;
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
  void aServiceThatCannotStartSaysWhyOnceAndWithoutATrace(@TempDir Path folder) throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    int exit;
    System.setOut(new PrintStream(told, true, UTF_8));
    try (ProcessLock _ =
        ProcessLock.take(Files.createDirectory(folder.resolve("database")).resolve("lock"))) {
      exit = run("serve", "--data", folder.toString(), "--port", "0");
    } finally {
      System.setOut(before);
    }

    assertThat(exit).isEqualTo(1);
    assertThat(told.toString(UTF_8))
        .containsOnlyOnce("is in use by the Lepta process " + ProcessHandle.current().pid())
        .contains("stop that process, or choose another folder")
        .doesNotContain("\tat ");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void anUnknownOptionExitsWithTwo() {
    int exit = run("--no-such-option");

    assertThat(exit).isEqualTo(2);
    assertThat(err.toString()).contains("--no-such-option");
  }
}
