package org.lepta.service.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lepta.service.kernel.RefusalException;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.transparency.proof.Checkpoint;

/** How database files are made, kept and deleted. */
final class DatabaseFilesTest {

  private final List<Path> written = new ArrayList<>();
  private final AtomicLong texts = new AtomicLong();
  private final DatabaseFiles files = new DatabaseFiles(this::write, texts::get);

  private void write(ExportScope scope, Path file) throws SQLException {
    written.add(file);
    try {
      Files.writeString(file, "size " + scope.checkpoint().size());
    } catch (IOException e) {
      throw new SQLException(e);
    }
  }

  @AfterEach
  void close() throws IOException {
    files.close();
    assertThat(written).noneMatch(Files::exists);
  }

  private static Checkpoint of(long size) {
    return new Checkpoint("lepta.test/log", size, Sha256.digest(new byte[] {(byte) size}));
  }

  private static String read(InputStream content) throws IOException {
    try (content) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void isMadeOnceForASizeOfTheLog() throws IOException {
    assertThat(read(files.open(of(3)))).isEqualTo("size 3");
    assertThat(read(files.open(of(3)))).isEqualTo("size 3");

    assertThat(written).hasSize(1);
  }

  @Test
  void isMadeAnewWhenTheLogGrowsOrATextIsWithdrawnAndTheOldOneIsDeleted() throws IOException {
    read(files.open(of(3)));
    read(files.open(of(4)));
    texts.incrementAndGet();
    read(files.open(of(4)));

    assertThat(written).hasSize(3);
    assertThat(written.subList(0, 2)).noneMatch(Files::exists);
    assertThat(written.getLast()).exists();
  }

  @Test
  void whoReadsAnOldOneReadsItToItsEnd() throws IOException {
    InputStream old = files.open(of(3));
    read(files.open(of(4)));

    assertThat(read(old)).isEqualTo("size 3");
  }

  @Test
  void isRefusedWhileAnotherOneIsMadeAndThenThere() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    DatabaseFiles slow =
        new DatabaseFiles(
            (scope, file) -> {
              begun.countDown();
              await(goOn);
              write(scope, file);
            },
            texts::get);
    try (slow;
        ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<String> first = others.submit(() -> read(slow.open(of(3))));
      await(begun);

      assertThatThrownBy(() -> slow.open(of(3)))
          .isInstanceOf(RefusalException.class)
          .hasMessageContaining("EXPORT_BUSY");
      goOn.countDown();
      assertThat(first.get()).isEqualTo("size 3");
      assertThat(read(slow.open(of(3)))).isEqualTo("size 3");
    }
  }

  @Test
  void oneThatCannotBeWrittenLeavesNothingAndTheNextIsTried() throws IOException {
    AtomicLong tries = new AtomicLong();
    DatabaseFiles failing =
        new DatabaseFiles(
            (scope, file) -> {
              write(scope, file);
              if (tries.incrementAndGet() == 1) {
                throw new SQLException("disk full");
              }
            },
            texts::get);

    assertThatThrownBy(() -> failing.open(of(3))).isInstanceOf(IOException.class);
    assertThat(written.getFirst()).doesNotExist();
    assertThat(read(failing.open(of(3)))).isEqualTo("size 3");
    failing.close();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
