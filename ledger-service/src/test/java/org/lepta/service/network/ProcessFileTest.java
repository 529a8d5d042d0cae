package org.lepta.service.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessFileTest {
  @TempDir Path temp;

  @SuppressWarnings("NullAway.Init")
  private Process process;

  private Path file = Path.of("");

  @BeforeEach
  void launch() throws Exception {
    Resources.writeTo(temp.resolve("config"));
    file = temp.resolve("node.pid");
    process =
        new ProcessBuilder(
                temp.resolve("config/launch").toString(),
                file.toString(),
                temp.resolve("node.log").toString(),
                "sleep",
                "600")
            .start();
    Deadline deadline = Deadline.in(Duration.ofSeconds(20));
    while (new ProcessFile(file, "sleep").find().isEmpty() && !deadline.isOver()) {
      deadline.pause();
    }
  }

  @AfterEach
  void end() {
    process.destroyForcibly();
  }

  @Test
  void aLaunchedProgramIsFoundByTheIdThatItWrote() throws Exception {
    assertThat(new ProcessFile(file, "sleep").find().map(ProcessHandle::pid))
        .contains(process.pid());
  }

  @Test
  void anotherProgramOfTheSameIdIsNotIt() throws Exception {
    assertThat(new ProcessFile(file, "peer").find()).isEmpty();
    assertThat(new ProcessFile(file, "peer").stop()).isFalse();
    assertThat(process.isAlive()).isTrue();
  }

  @Test
  void aLaterProcessOfTheSameIdIsNotIt() throws Exception {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(3_600)));

    assertThat(new ProcessFile(file, "sleep").find()).isEmpty();
  }

  @Test
  void stopEndsTheProcessAndRemovesTheFile() throws Exception {
    assertThat(new ProcessFile(file, "sleep").stop()).isTrue();

    assertThat(process.isAlive()).isFalse();
    assertThat(file).doesNotExist();
    assertThat(new ProcessFile(file, "sleep").stop()).isFalse();
  }
}
