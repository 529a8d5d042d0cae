package org.lepta.service.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command on the key that golang's note package documents as its example. */
class LogKeyCommandTest {

  private static final String SECRET =
      "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz\n";
  private static final String VKEY =
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

  @TempDir Path data;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String command) {
    return Lepta.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute("log-key", command, "--data", data.toString());
  }

  private void writeKey() throws Exception {
    Path file = data.resolve("log-key");
    Files.writeString(file, SECRET);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void showsTheKeyInUseAndTheNextOne() throws Exception {
    writeKey();
    assertThat(run("show")).isZero();
    assertThat(out).hasToString(VKEY + "\n");

    assertThat(run("rotate")).isZero();
    assertThat(run("show")).isZero();

    assertThat(out.toString())
        .contains("Back up " + data.resolve("log-key.next") + " now")
        .containsPattern("\nnext: PeterNeumann\\+[0-9a-f]{8}\\+A[A-Za-z0-9+/]{43}\n$");
    assertThat(data.resolve("log-key")).hasContent(SECRET);
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(data.resolve("log-key.next"))))
        .isEqualTo("rw-------");
  }

  @Test
  void secondChangeIsRefusedWhileOneWaits() throws Exception {
    writeKey();
    run("rotate");
    String next = Files.readString(data.resolve("log-key.next"));

    assertThat(run("rotate")).isEqualTo(1);

    assertThat(err.toString()).startsWith("LOG_KEY_CHANGE_WAITS: ");
    assertThat(data.resolve("log-key.next")).hasContent(next);
  }

  @Test
  void nothingIsReplacedWhereThereIsNoKey() {
    assertThat(run("rotate")).isEqualTo(1);

    assertThat(err.toString()).startsWith("LOG_KEY_MISSING: ");
    assertThat(data).isEmptyDirectory();
  }
}
