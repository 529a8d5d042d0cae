package org.lepta.service.transparency.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lepta.service.testing.TestDatabase;
import org.lepta.service.transparency.proof.Checkpoint;
import org.lepta.service.transparency.proof.NoteCheck;
import org.lepta.service.transparency.proof.NoteSigner;
import org.lepta.service.transparency.proof.ProofException;
import org.lepta.service.transparency.proof.SignedNote;
import org.lepta.service.transparency.tiles.DamagedTileException;

/** The order of the publisher's steps, on real files and a real database. */
final class PublicationTest {

  @RegisterExtension
  static final TestDatabase DATABASE =
      TestDatabase.preparedBy(
          "migrated", database -> Flyway.configure().dataSource(database).load().migrate());

  @TempDir Path folder;
  private final BlockLog source = new BlockLog();
  private Station station;

  @BeforeEach
  void begin() throws SQLException {
    execute("DELETE FROM log_checkpoint");
    station = new Station(folder, DATABASE.dataSource(), source);
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = DATABASE.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void assertAlarm(ThrowingCallable call, LogAlarm alarm) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            LogAlarmException.class, e -> assertThat(e.alarm()).isEqualTo(alarm));
  }

  @Nested
  class Publishing {

    @Test
    void checkpointIsTheSignedEndOfABlock() throws Exception {
      source.blocks(2, 0, 5);

      assertThat(station.publication().round()).isTrue();

      SignedNote note = SignedNote.parse(Files.readAllBytes(folder.resolve("checkpoint")));
      assertThat(Checkpoint.parse(note.text()))
          .isEqualTo(new Checkpoint(Station.ORIGIN, 7, source.root(7)));
      assertThat(
              NoteCheck.of(note, List.of(station.signer.verifierKey()))
                  .isSignedBy(station.signer.verifierKey()))
          .isTrue();
      assertThat(station.row()).isEqualTo(station.file());
      assertThat(station.published).containsExactly(station.file());
    }

    @Test
    void nothingIsSignedWhereNothingGrew() throws Exception {
      Publication publication = station.publication();
      assertThat(publication.round()).isFalse();
      assertThat(station.file()).isEmpty();

      source.blocks(3);
      assertThat(publication.round()).isTrue();
      source.blocks(0, 0);
      assertThat(publication.round()).isFalse();
      assertThat(station.published).hasSize(1);
    }

    @Test
    void largeBacklogIsTakenInPiecesThatEndWithBlocks() throws Exception {
      source.blocks(60_000, 30_000, 30_000, 150_000, 1);

      station.publishAll();

      assertThat(station.published.stream().map(Station::size))
          .containsExactly(90_000L, 120_000L, 270_000L, 270_001L);
    }

    @Test
    void partialTilesGoOnceTheFullOneIsPublic() throws Exception {
      Publication publication = station.publication();
      for (int i = 0; i < 10; i++) {
        source.blocks(60);
        publication.round();
      }

      assertThat(station.files().keySet())
          .contains("tile/0/000", "tile/0/001", "tile/0/002.p/88", "tile/entries/002.p/28")
          .noneMatch(path -> path.startsWith("tile/0/000.p/"))
          .noneMatch(path -> path.startsWith("tile/entries/001.p/"));
    }
  }

  @Nested
  class Dying {

    static Stream<Arguments> moments() {
      List<Arguments> moments = new ArrayList<>();
      for (Step step : EnumSet.range(Step.GROUP_STAGED, Step.DROPPED)) {
        for (int round = 1; round <= 3; round++) {
          for (boolean grows : new boolean[] {false, true}) {
            moments.add(Arguments.of(step, round, grows));
          }
        }
      }
      return moments.stream();
    }

    /** Killed after any step of any round, with or without new blocks before the next start. */
    @ParameterizedTest
    @MethodSource("moments")
    void aKillAnywhereNeverGivesTwoRootsForOneSize(Step step, int round, boolean grows)
        throws Exception {
      Publication dying = station.dyingAfter(step, round);
      boolean killed = false;
      for (int blocks : new int[] {200, 300, 700}) {
        source.blocks(blocks);
        if (!killed) {
          try {
            dying.round();
          } catch (KilledException e) {
            killed = true;
            assertOneRootPerSize();
          }
        }
      }
      assertThat(killed).isTrue();
      if (grows) {
        source.blocks(11);
      }

      station.publishAll();

      assertOneRootPerSize();
      long end = grows ? 1_211 : 1_200;
      assertThat(station.file()).isEqualTo(station.note(end, source.root(end)));
      assertThat(station.row()).isEqualTo(station.file());
    }

    private void assertOneRootPerSize() throws Exception {
      List<String> notes = new ArrayList<>(station.published);
      for (String note : new String[] {station.row(), station.file()}) {
        if (!note.isEmpty()) {
          notes.add(note);
        }
      }
      long size = 0;
      for (String note : notes) {
        assertThat(note)
            .isEqualTo(station.note(Station.size(note), source.root(Station.size(note))));
      }
      for (String note : station.published) {
        assertThat(Station.size(note)).isGreaterThanOrEqualTo(size);
        size = Station.size(note);
      }
    }

    @Test
    void filesAreTheSameAsWithoutAKill(@TempDir Path other) throws Exception {
      source.blocks(300, 700);
      for (Step step : EnumSet.range(Step.GROUP_STAGED, Step.WRITTEN)) {
        Publication dying = station.dyingAfter(step, 1);
        assertThatThrownBy(dying::round).isInstanceOf(KilledException.class);
      }
      station.publishAll();
      execute("DELETE FROM log_checkpoint");
      Station undisturbed = new Station(other, DATABASE.dataSource(), source);
      undisturbed.publishAll();

      assertThat(station.files()).isEqualTo(undisturbed.files());
    }

    @Test
    void whatTheDatabaseRemembersIsPublishedAfterAKill() throws Exception {
      source.blocks(10);
      station.publishAll();
      source.blocks(20);
      assertThatThrownBy(() -> station.dyingAfter(Step.SWAPPED, 1).round())
          .isInstanceOf(KilledException.class);
      assertThat(Station.size(station.file())).isEqualTo(10);
      assertThat(Station.size(station.row())).isEqualTo(30);

      assertThat(station.publication().round()).isFalse();

      assertThat(station.file()).isEqualTo(station.note(30, source.root(30)));
    }

    @Test
    void anUnknownOutcomeOfTheDatabaseIsLookedUp() throws Exception {
      source.blocks(10);
      Publication publication =
          station.publication(new AnswersLost(DATABASE.dataSource()), Step.Listener.NONE);

      assertThatThrownBy(publication::round).isInstanceOf(SQLException.class);
      assertThat(station.file()).isEmpty();
      source.blocks(5);
      assertThatThrownBy(publication::round).isInstanceOf(SQLException.class);

      assertThat(station.published).containsExactly(station.note(10, source.root(10)));
      station.publishAll();
      assertThat(station.file()).isEqualTo(station.note(15, source.root(15)));
    }
  }

  @Nested
  class Contradicting {

    @BeforeEach
    void publish() throws Exception {
      source.blocks(100, 200);
      station.publishAll();
      source.blocks(50);
    }

    private void assertServedAndNotSigned(ThrowingCallable call, LogAlarm alarm) throws Exception {
      String before = station.file();
      assertAlarm(call, alarm);
      assertThat(station.file()).isEqualTo(before);
      assertThat(station.published).hasSize(1);
    }

    @Test
    void anOlderCopyOfTheDatabaseStopsTheSigning() throws Exception {
      String row = station.row();
      station.publishAll();
      station.published.removeLast();
      try (Connection connection = DATABASE.dataSource().getConnection();
          var update =
              connection.prepareStatement("UPDATE log_checkpoint SET size = 300, note = ?")) {
        update.setBytes(1, row.getBytes(UTF_8));
        update.executeUpdate();
      }

      assertServedAndNotSigned(station.publication()::round, LogAlarm.LOG_ROW_BEHIND);
    }

    @Test
    void aDatabaseMadeAnewFromTheBlocksGoesOnFromTheFile() throws Exception {
      execute("DELETE FROM log_checkpoint");

      station.publishAll();

      assertThat(station.file()).isEqualTo(station.note(350, source.root(350)));
      assertThat(station.row()).isEqualTo(station.file());
    }

    @Test
    void anotherLedgerUnderThePublishedFileStopsTheSigning() throws Exception {
      execute("DELETE FROM log_checkpoint");
      BlockLog other = new BlockLog().block("another genesis").blocks(99, 200, 50);
      Station changed = new Station(folder, DATABASE.dataSource(), other);

      assertServedAndNotSigned(changed.publication()::round, LogAlarm.LOG_INDEX_DIFFERS);
    }

    @Test
    void anOlderCopyOfTheLedgerStopsTheSigning() throws Exception {
      BlockLog older = new BlockLog().blocks(100);
      Station behind = new Station(folder, DATABASE.dataSource(), older);

      assertServedAndNotSigned(behind.publication()::round, LogAlarm.LOG_INDEX_BEHIND);
    }

    @Test
    void otherEndsOfBlocksStopTheSigning() throws Exception {
      BlockLog other = new BlockLog().blocks(299, 51);
      Station changed = new Station(folder, DATABASE.dataSource(), other);

      assertServedAndNotSigned(changed.publication()::round, LogAlarm.LOG_INDEX_DIFFERS);
    }

    @Test
    void twoRootsOfOneSizeStopTheSigning() throws Exception {
      String other = station.note(300, source.root(100));
      Files.writeString(folder.resolve("checkpoint"), other);

      assertAlarm(station.publication()::round, LogAlarm.LOG_TWO_ROOTS);
      assertThat(station.file()).isEqualTo(other);
    }

    @Test
    void aCheckpointOfAnotherKeyStopsTheSigning() throws Exception {
      NoteSigner other = NoteSigner.ofLog(Station.ORIGIN, new byte[32]);
      SignedCheckpoint forged =
          SignedCheckpoint.sign(new Checkpoint(Station.ORIGIN, 300, source.root(300)), other);
      Files.write(folder.resolve("checkpoint"), forged.bytes());

      assertAlarm(station.publication()::round, LogAlarm.LOG_CHECKPOINT_FOREIGN);
    }

    @Test
    void aFlippedBitInTheCheckpointFileStopsTheSigning() throws Exception {
      byte[] bytes = Files.readAllBytes(folder.resolve("checkpoint"));
      for (int i = 0; i < bytes.length; i++) {
        byte[] flipped = bytes.clone();
        flipped[i] ^= 1;
        Files.write(folder.resolve("checkpoint"), flipped);

        assertThatThrownBy(station.publication()::round)
            .as("byte " + i)
            .isInstanceOf(LogAlarmException.class);
      }
    }

    @Test
    void aLostCheckpointFileIsWrittenAgain() throws Exception {
      String before = station.file();
      Files.delete(folder.resolve("checkpoint"));

      assertThatThrownBy(station.dyingAfter(Step.WRITTEN, 1)::round)
          .isInstanceOf(KilledException.class);

      assertThat(station.file()).isEqualTo(before);
    }

    @Test
    void lostTilesAreMadeAgainWhenAllAreGone() throws Exception {
      var before = station.files();
      try (Stream<Path> tiles = Files.walk(folder.resolve("tile"))) {
        for (Path path : tiles.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }

      assertThatThrownBy(station.dyingAfter(Step.CHECKED, 1)::round)
          .isInstanceOf(KilledException.class);
      assertThat(station.files()).isEqualTo(before);
      station.publishAll();

      assertThat(station.file()).isEqualTo(station.note(350, source.root(350)));
    }

    @Test
    void aMissingTileStopsTheSigning() throws Exception {
      Files.delete(folder.resolve("tile/entries/001.p/44"));

      assertThatThrownBy(station.publication()::round)
          .isInstanceOf(DamagedTileException.class)
          .hasMessage("tile/entries/001.p/44 is missing");
    }

    @Test
    void aChangedTileStopsTheSigning() throws Exception {
      Path tile = folder.resolve("tile/0/001.p/44");
      byte[] bytes = Files.readAllBytes(tile);
      bytes[9] ^= 4;
      Files.write(tile, bytes);

      assertThatThrownBy(station.publication()::round)
          .isInstanceOf(DamagedTileException.class)
          .hasMessageContaining("tile/entries/001.p/44");
      assertThat(station.published).hasSize(1);
    }

    @Test
    void aTileThatChangesUnderARunningPublisherStopsTheSigning() throws Exception {
      Publication publication = station.publication();
      publication.round();
      Path tile = folder.resolve("tile/0/001.p/94");
      byte[] bytes = Files.readAllBytes(tile);
      bytes[9] ^= 4;
      Files.write(tile, bytes);
      source.blocks(20);

      assertThatThrownBy(publication::round).isInstanceOf(DamagedTileException.class);
      assertThat(Station.size(station.row())).isEqualTo(350);
    }

    @Test
    void aLeafThatIsNotUnderTheIndexRootIsNotSigned() throws Exception {
      source.replace(320, "changed in the database");

      assertThatThrownBy(station.publication()::round).isInstanceOf(ProofException.class);
      assertThat(Station.size(station.row())).isEqualTo(300);
      assertThat(station.published).hasSize(1);
    }

    @Test
    void aDiskThatChangesWhatWasWrittenIsNotSignedOver() throws Exception {
      Publication publication =
          station.publication(
              DATABASE.dataSource(),
              step -> {
                if (step == Step.STAGED) {
                  Path tile = folder.resolve("tile/entries/001.p/94");
                  byte[] bytes = Files.readAllBytes(tile);
                  bytes[bytes.length - 1] ^= 1;
                  Files.write(tile, bytes);
                }
              });

      assertThatThrownBy(publication::round).isInstanceOf(DamagedTileException.class);
      assertThat(Station.size(station.row())).isEqualTo(300);
      assertThat(Station.size(station.file())).isEqualTo(300);
    }

    @Test
    void ofTwoPublishersOneStops(@TempDir Path other) throws Exception {
      Publication first = station.publication();
      first.round();
      Station twin = new Station(other, DATABASE.dataSource(), source);
      twin.publishAll();
      source.blocks(10);
      twin.publishAll();
      source.blocks(10);

      assertAlarm(first::round, LogAlarm.LOG_TWO_PUBLISHERS);
    }

    @Test
    void ofTwoPublishersAtOneMomentOneStops() throws Exception {
      Publication late =
          station.publication(
              DATABASE.dataSource(),
              step -> {
                if (step == Step.CHECKED) {
                  somebodyElseSigns();
                }
              });

      assertAlarm(late::round, LogAlarm.LOG_TWO_PUBLISHERS);
    }

    private void somebodyElseSigns() {
      SignedCheckpoint other =
          SignedCheckpoint.sign(
              new Checkpoint(Station.ORIGIN, 349, source.root(300)), station.signer);
      try (Connection connection = DATABASE.dataSource().getConnection();
          var update =
              connection.prepareStatement("UPDATE log_checkpoint SET size = 349, note = ?")) {
        update.setBytes(1, other.bytes());
        update.executeUpdate();
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
