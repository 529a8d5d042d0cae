package org.lepta.service.transparency.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lepta.service.transparency.proof.NoteSigner;

class LogKeyFileTest {

  private static final String ORIGIN = "log.example.org/gifts";

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void choose() {
    file = folder.resolve("log-key");
  }

  private void write(String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private void assertAlarm(LogAlarm alarm) {
    assertThatThrownBy(() -> LogKeyFile.read(file, ORIGIN))
        .isInstanceOfSatisfying(
            LogAlarmException.class, e -> assertThat(e.alarm()).isEqualTo(alarm));
  }

  @Test
  void newKeyIsPrivateAndReadBack() throws Exception {
    NoteSigner made = LogKeyFile.create(file, ORIGIN, new SecureRandom());

    assertThat(LogKeyFile.read(file, ORIGIN).verifierKey()).isEqualTo(made.verifierKey());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(file)).startsWith("PRIVATE+KEY+" + ORIGIN + "+").endsWith("\n");
    assertThat(folder)
        .isDirectoryContaining("glob:**log-key")
        .isDirectoryNotContaining("glob:**.unfinished");
  }

  /** The key that golang's note package documents as its example. */
  @Test
  void keyOfAnotherProgramIsRead() throws Exception {
    write("PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz\n");

    assertThat(LogKeyFile.read(file, "PeterNeumann").verifierKey())
        .hasToString("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-----w-", "rw---x---"})
  void keyThatOthersHaveRightsToIsNotUsed(String rights) throws Exception {
    LogKeyFile.create(file, ORIGIN, new SecureRandom());
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));

    assertAlarm(LogAlarm.LOG_KEY_RIGHTS);
  }

  @Test
  void keyOfAnotherOriginIsNotUsed() throws Exception {
    LogKeyFile.create(file, "other.example.org", new SecureRandom());

    assertAlarm(LogAlarm.LOG_KEY_OTHER_ORIGIN);
  }

  @Test
  void everyChangedCharacterIsNoticed() throws Exception {
    LogKeyFile.create(file, ORIGIN, new SecureRandom());
    String line = Files.readString(file);
    for (int i = 0; i < line.length(); i++) {
      write(line.substring(0, i) + '~' + line.substring(i + 1));
      assertThatThrownBy(() -> LogKeyFile.read(file, ORIGIN))
          .as("character " + i)
          .isInstanceOf(LogAlarmException.class);
    }
  }

  @Test
  void folderInItsPlaceIsNoKey() throws Exception {
    Files.createDirectory(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));

    assertAlarm(LogAlarm.LOG_KEY_MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "PRIVATE+KEY+",
        "PRIVATE+KEY+log.example.org/gifts",
        "PRIVATE+KEY+log.example.org/gifts+00000000+",
        "PRIVATE+KEY+log.example.org/gifts+00000000+AQ==",
        "log.example.org/gifts+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
      })
  void whatIsNoKeyIsNotUsed(String text) throws Exception {
    write(text);

    assertAlarm(LogAlarm.LOG_KEY_MALFORMED);
  }
}
