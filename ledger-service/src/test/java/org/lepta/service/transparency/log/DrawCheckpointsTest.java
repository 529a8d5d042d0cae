package org.lepta.service.transparency.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lepta.service.testing.TestDatabase;

/** What is kept of a draw is the first that was published, whenever the publisher was killed. */
final class DrawCheckpointsTest {

  @RegisterExtension
  static final TestDatabase DATABASE =
      TestDatabase.preparedBy(
          "migrated", database -> Flyway.configure().dataSource(database).load().migrate());

  @TempDir Path folder;

  @BeforeEach
  void forget() throws Exception {
    try (Connection connection = DATABASE.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("DELETE FROM log_checkpoint");
    }
  }

  @ParameterizedTest
  @EnumSource(to = "DROPPED")
  void theFirstIsKeptWhereverAPublisherDied(Step step) throws Exception {
    BlockLog source = new BlockLog().blocks(5);
    Station station = new Station(folder, DATABASE.dataSource(), source);
    station.publishAll();
    source.block("draw");
    assertThatThrownBy(() -> station.dyingAfter(step, 1).round())
        .isInstanceOf(KilledException.class);
    source.blocks(3);
    station.publishAll();
    source.blocks(7);
    station.publishAll();

    String kept = Files.readString(folder.resolve("draw/5"), UTF_8);

    String first =
        station.published.stream().filter(note -> Station.size(note) > 5).findFirst().orElseThrow();
    assertThat(kept).isIn(first, station.note(6, source.root(6)));
    assertThat(Station.size(kept)).isLessThanOrEqualTo(Station.size(first));
    assertThat(folder.resolve("draw/4")).doesNotExist();
  }
}
