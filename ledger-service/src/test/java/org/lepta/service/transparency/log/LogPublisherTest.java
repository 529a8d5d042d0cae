package org.lepta.service.transparency.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.service.testing.TestDatabase;
import org.lepta.service.transparency.proof.Policy;

/** The publisher as it follows a growing log. */
final class LogPublisherTest {

  private static final Duration LONGEST = Duration.ofSeconds(30);

  @RegisterExtension
  static final TestDatabase DATABASE =
      TestDatabase.preparedBy(
          "migrated", database -> Flyway.configure().dataSource(database).load().migrate());

  @TempDir Path data;
  private final BlockLog source = new BlockLog();
  private TransparencyLog log;

  @BeforeEach
  void open() throws Exception {
    try (Connection connection = DATABASE.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("DELETE FROM log_checkpoint");
    }
    log = TransparencyLog.open(data, Station.ORIGIN, Policy.none(), DATABASE.dataSource(), source);
  }

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void everythingIsPublishedWhileTheLogGrows() throws Exception {
    log.start();
    for (int i = 0; i < 20; i++) {
      source.blocks(97, 1);
      if (i % 5 == 0) {
        assertThat(log.awaitPublished(98L * (i + 1), LONGEST)).isTrue();
      }
    }

    assertThat(log.awaitPublished(1_960, LONGEST)).isTrue();
    assertThat(log.state().alarm()).isNull();
    assertThat(log.leaf(1_959)).isPresent();
    assertThat(log.leaf(1_960)).isEmpty();
    assertThat(log.leaf(-1)).isEmpty();
  }

  @Test
  void nothingIsSignedBeforeTheStart() throws Exception {
    source.blocks(5);

    assertThat(log.awaitPublished(1, Duration.ofMillis(1))).isFalse();
    assertThat(log.checkpoint()).isEmpty();
    assertThat(log.state().vkey()).startsWith(Station.ORIGIN + "+");
  }

  @Test
  void troubleIsShownAndPasses() throws Exception {
    AtomicBoolean full = new AtomicBoolean(true);
    BlockingQueue<String> alarms = new LinkedBlockingQueue<>();
    source.blocks(5);
    Station station = new Station(data.resolve("other"), DATABASE.dataSource(), source);
    Publication publication =
        station.publication(
            DATABASE.dataSource(),
            step -> {
              if (full.get()) {
                throw new IOException("No space left on device");
              }
            });
    try (LogPublisher publisher =
        new LogPublisher(
            publication,
            source,
            alarm -> alarms.add(alarm == null ? "none" : alarm.code().name()))) {
      publisher.start();
      assertThat(alarms.poll(30, TimeUnit.SECONDS)).isEqualTo("LOG_FILES_TROUBLE");
      full.set(false);
      String next = alarms.poll(30, TimeUnit.SECONDS);
      while ("LOG_FILES_TROUBLE".equals(next)) {
        next = alarms.poll(30, TimeUnit.SECONDS);
      }
      assertThat(next).isEqualTo("none");
    }
    assertThat(station.published).hasSize(1);
  }

  @Test
  void contradictionEndsTheSigningAndNotTheServing() throws Exception {
    source.blocks(300);
    log.start();
    assertThat(log.awaitPublished(300, LONGEST)).isTrue();
    source.falseBlock("given", "under the root");
    boolean stopped = false;
    for (int i = 0; i < 600 && !stopped; i++) {
      assertThat(log.awaitPublished(301, Duration.ofMillis(50))).isFalse();
      stopped = log.state().alarm() != null;
    }

    assertThat(log.state().alarm())
        .isNotNull()
        .satisfies(alarm -> assertThat(alarm.code()).isEqualTo(LogAlarm.LOG_ROOT_DIFFERS));
    assertThat(log.state().publishedSize()).isEqualTo(300);
    assertThat(log.leaf(7)).isPresent();
    assertThat(log.tile("tile/0/000")).isPresent();
  }

  @Test
  void receiptIsNotMadeOfATileThatChanged() throws Exception {
    source.blocks(300);
    log.start();
    assertThat(log.awaitPublished(300, LONGEST)).isTrue();
    Path tile = data.resolve("log/tile/entries/000");
    byte[] bytes = Files.readAllBytes(tile);
    bytes[2] ^= 1;
    Files.write(tile, bytes);

    assertThatThrownBy(() -> log.leaf(0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the tiles do not prove leaf 0");
    assertThat(log.leaf(1)).isPresent();
  }
}
