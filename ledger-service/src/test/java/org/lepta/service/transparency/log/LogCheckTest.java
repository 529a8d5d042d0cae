package org.lepta.service.transparency.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.service.testing.TestDatabase;

/** Published files are compared with what the blocks give. */
final class LogCheckTest {

  private static final int SEED = 4_2026;

  @RegisterExtension
  static final TestDatabase DATABASE =
      TestDatabase.preparedBy(
          "migrated", database -> Flyway.configure().dataSource(database).load().migrate());

  @TempDir Path data;
  private final BlockLog source = new BlockLog();
  private Path log;

  @BeforeEach
  void publish() throws Exception {
    execute("DELETE FROM log_checkpoint");
    log = data.resolve("log");
    source.blocks(100, 900, 9_000);
    new Station(log, DATABASE.dataSource(), source).publishAll();
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = DATABASE.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private LogCheck.Report check(LogSource blocks) throws Exception {
    return LogCheck.run(data, DATABASE.dataSource(), blocks);
  }

  @Test
  void whatWasPublishedIsWhatTheBlocksGive() throws Exception {
    assertThat(check(source)).isEqualTo(new LogCheck.Report(10_000, 81, List.of()));
  }

  @Test
  void leavesThatAreNotPublishedYetAreNoDifference() throws Exception {
    source.blocks(500);

    assertThat(check(source).differences()).isEmpty();
  }

  @Test
  void logWithoutACheckpointIsEmpty() throws Exception {
    assertThat(LogCheck.run(data.resolve("elsewhere"), DATABASE.dataSource(), source).differences())
        .isEmpty();
  }

  @Test
  void everyFlippedBitIsNamedByItsTile() throws Exception {
    List<Path> tiles;
    try (Stream<Path> all = Files.walk(log.resolve("tile"))) {
      tiles = all.filter(Files::isRegularFile).sorted().toList();
    }
    Random random = new Random(SEED);
    for (int i = 0; i < 50; i++) {
      Path tile = tiles.get(random.nextInt(tiles.size()));
      byte[] sound = Files.readAllBytes(tile);
      byte[] flipped = sound.clone();
      int bit = random.nextInt(flipped.length * 8);
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(tile, flipped);

      assertThat(check(source).differences())
          .as("bit " + bit)
          .singleElement()
          .asString()
          .startsWith(log.relativize(tile) + " ");

      Files.write(tile, sound);
    }
  }

  @Test
  void missingTileIsNamed() throws Exception {
    Files.delete(log.resolve("tile/1/000.p/39"));

    assertThat(check(source).differences()).containsExactly("tile/1/000.p/39 is missing");
  }

  @Test
  void editedLeafOfTheBlocksIsFoundInItsBundleAndInTheHashesAboveIt() throws Exception {
    source.replace(700, "something else");

    assertThat(check(source).differences())
        .containsExactly(
            "tile/entries/002 is not what the blocks give",
            "tile/0/002 is not what the blocks give",
            "tile/1/000.p/39 is not what the blocks give");
  }

  @Test
  void shorterLedgerDiffersFromTheCheckpoint() throws Exception {
    assertThat(check(new BlockLog().blocks(100, 900)).differences().getFirst())
        .startsWith("checkpoint: signed is the root ")
        .endsWith(" of size 10000, the blocks give no such size");
  }

  @Test
  void checkpointFileThatIsDamagedOrContradictsTheDatabaseIsNamed() throws Exception {
    Path file = log.resolve("checkpoint");
    String sound = Files.readString(file);
    Files.writeString(file, sound.replace("10000", "9999"), StandardCharsets.UTF_8);
    assertThat(check(source).differences().getFirst()).startsWith("checkpoint: signed is");

    Files.writeString(file, "nothing", StandardCharsets.UTF_8);
    assertThat(check(source).differences()).singleElement().asString().startsWith("checkpoint: ");

    Files.writeString(file, sound, StandardCharsets.UTF_8);
    String older = new Station(log, DATABASE.dataSource(), source).note(1_000, source.root(1_000));
    try (Connection connection = DATABASE.dataSource().getConnection();
        var update = connection.prepareStatement("UPDATE log_checkpoint SET note = ?")) {
      update.setBytes(1, older.getBytes(StandardCharsets.UTF_8));
      update.executeUpdate();
    }
    assertThat(check(source).differences())
        .containsExactly(
            "log_checkpoint: the database remembers the size 1000, but 10000 is published:"
                + " an older copy was put back");
  }
}
