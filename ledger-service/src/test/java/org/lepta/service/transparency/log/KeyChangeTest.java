package org.lepta.service.transparency.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lepta.service.testing.TestDatabase;
import org.lepta.service.transparency.proof.Checkpoint;
import org.lepta.service.transparency.proof.NoteCheck;
import org.lepta.service.transparency.proof.SignedNote;
import org.lepta.service.transparency.proof.VerifierKey;
import org.lepta.service.transparency.tiles.DurableFiles;

/** The key of a log is changed, on real files and a real database. */
final class KeyChangeTest {

  @RegisterExtension
  static final TestDatabase DATABASE =
      TestDatabase.preparedBy(
          "migrated", database -> Flyway.configure().dataSource(database).load().migrate());

  @TempDir Path data;
  private final BlockLog source = new BlockLog();
  private final List<String> published = new ArrayList<>();
  private LogKeyFiles files;
  private VerifierKey old;

  @BeforeEach
  void publishUnderTheOldKey() throws Exception {
    try (Connection connection = DATABASE.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("DELETE FROM log_checkpoint");
    }
    LogKeyFile.create(data.resolve("log-key"), Station.ORIGIN, new SecureRandom());
    files = new LogKeyFiles(data);
    old = files.inUse();
    source.block("log-key A " + old).blocks(100);
    publishAll();
    published.clear();
  }

  private Publication publication(Step.Listener steps) throws Exception {
    DurableFiles folder = DurableFiles.open(data.resolve("log"));
    return new Publication(
        SigningKeys.of(data.resolve("log-key"), Station.ORIGIN),
        source,
        folder,
        new LockRow(DATABASE.dataSource()),
        DrawCheckpoints.open(folder.root(), source, false),
        steps,
        checkpoint -> published.add(new String(checkpoint.bytes(), UTF_8)));
  }

  private void publishAll() throws Exception {
    Publication publication = publication(Step.Listener.NONE);
    boolean more = true;
    while (more) {
      more = publication.round();
    }
  }

  private String file(String path) throws IOException {
    return Files.readString(data.resolve(path));
  }

  private static boolean isSignedOnlyBy(VerifierKey key, String note) throws Exception {
    SignedNote signed = SignedNote.parse(note.getBytes(UTF_8));
    return signed.signatures().size() == 1 && NoteCheck.of(signed, List.of(key)).isSignedBy(key);
  }

  private void assertAlarm(ThrowingCallable call) throws IOException {
    String before = file("log/checkpoint");
    published.clear();
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            LogAlarmException.class,
            e -> assertThat(e.alarm()).isEqualTo(LogAlarm.LOG_KEY_REPLACED));
    assertThat(file("log/checkpoint")).isEqualTo(before);
    assertThat(published).isEmpty();
  }

  private VerifierKey prepareAndRecord() throws Exception {
    VerifierKey next = files.prepareNext();
    source.block("log-key A " + next + " " + old);
    return next;
  }

  /** Whatever step it is killed after, the next start ends in the same state. */
  @ParameterizedTest
  @EnumSource(Step.class)
  void killAnywhereEndsUnderTheNewKey(Step step) throws Exception {
    VerifierKey next = prepareAndRecord();
    source.blocks(300);
    Publication dying =
        publication(reached -> {
          if (reached == step) {
            throw new KilledException();
          }
        });
    assertThatThrownBy(
            () -> {
              dying.round();
              dying.round();
            })
        .isInstanceOf(KilledException.class);

    publishAll();

    assertThat(isSignedOnlyBy(next, file("log/checkpoint"))).isTrue();
    assertThat(Station.size(file("log/checkpoint"))).isEqualTo(402);
    assertThat(new LockRow(DATABASE.dataSource()).read())
        .hasValue(Files.readAllBytes(data.resolve("log/checkpoint")));
    assertThat(isSignedOnlyBy(old, file("log/key-change/101"))).isTrue();
    assertThat(Station.size(file("log/key-change/101"))).isEqualTo(402);
    assertThat(files.inUse()).isEqualTo(next);
    assertThat(data).isDirectoryNotContaining("glob:**log-key.*");
    assertOneRootPerSizeAndNoWayBack(next);
  }

  private void assertOneRootPerSizeAndNoWayBack(VerifierKey next) throws Exception {
    boolean changed = false;
    for (String note : published) {
      Checkpoint checkpoint = Checkpoint.parse(SignedNote.parse(note.getBytes(UTF_8)).text());
      assertThat(checkpoint.root()).isEqualTo(source.root(checkpoint.size()));
      boolean isNew = isSignedOnlyBy(next, note);
      assertThat(isNew || (!changed && isSignedOnlyBy(old, note))).isTrue();
      changed = isNew;
    }
  }

  @Test
  void keyThatNoEntryNamesWaits() throws Exception {
    files.prepareNext();
    source.blocks(5);

    publishAll();

    assertThat(isSignedOnlyBy(old, file("log/checkpoint"))).isTrue();
    assertThat(files.inUse()).isEqualTo(old);
  }

  @Test
  void keyThatAnotherMemberNamesWaits() throws Exception {
    VerifierKey next = files.prepareNext();
    source.block("log-key B " + next + " " + old);

    publishAll();

    assertThat(isSignedOnlyBy(old, file("log/checkpoint"))).isTrue();
    assertThat(files.next()).contains(next);
  }

  @Test
  void runningPublisherGoesOnUnderTheNewKeyAndAThirdOne() throws Exception {
    VerifierKey second = prepareAndRecord();
    Publication publication = publication(Step.Listener.NONE);
    assertThat(publication.round()).isTrue();
    assertThat(publication.round()).isFalse();
    assertThat(isSignedOnlyBy(second, file("log/checkpoint"))).isTrue();
    source.blocks(7);
    assertThat(publication.round()).isTrue();

    VerifierKey third = files.prepareNext();
    source.block("log-key A " + third + " " + second);
    publishAll();

    assertThat(isSignedOnlyBy(third, file("log/checkpoint"))).isTrue();
    assertThat(isSignedOnlyBy(second, file("log/key-change/109"))).isTrue();
  }

  @Test
  void oldCopyOfTheKeySignsNothing() throws Exception {
    Path copy = data.resolve("copy");
    Files.copy(data.resolve("log-key"), copy, StandardCopyOption.COPY_ATTRIBUTES);
    prepareAndRecord();
    publishAll();
    Files.move(copy, data.resolve("log-key"), StandardCopyOption.REPLACE_EXISTING);
    source.blocks(5);

    assertAlarm(publication(Step.Listener.NONE)::round);

    // Nor can it choose a successor of its own: the entry would replace a key that has ended.
    VerifierKey other = files.prepareNext();
    source.block("log-key A " + other + " " + old);
    assertAlarm(publication(Step.Listener.NONE)::round);
  }

  @Test
  void nextKeyThatIsLostAfterItWasRecordedStopsTheSigning() throws Exception {
    prepareAndRecord();
    Files.delete(files.nextFile());

    assertAlarm(publication(Step.Listener.NONE)::round);
  }

  @Test
  void secondChangeWaitsForTheFirst() throws Exception {
    VerifierKey next = files.prepareNext();

    assertThatThrownBy(files::prepareNext).isInstanceOf(FileAlreadyExistsException.class);
    assertThat(files.next()).contains(next);
  }

  @Test
  void checkOfTheFilesHoldsBetweenTheKeys() throws Exception {
    prepareAndRecord();
    Publication dying =
        publication(step -> {
          if (step == Step.KEY_MOVED) {
            throw new KilledException();
          }
        });
    assertThat(dying.round()).isTrue();
    assertThatThrownBy(dying::round).isInstanceOf(KilledException.class);

    assertThat(LogCheck.run(data, DATABASE.dataSource(), source).differences()).isEmpty();
  }

  /** The file of an older day, signed with the key of that day, is no reason to stop. */
  @Test
  void olderFileUnderAnOlderKeyIsPublishedAnew() throws Exception {
    String before = file("log/checkpoint");
    prepareAndRecord();
    publishAll();
    String after = file("log/checkpoint");
    Files.writeString(data.resolve("log/checkpoint"), before);

    publishAll();

    assertThat(file("log/checkpoint")).isEqualTo(after);
  }
}
