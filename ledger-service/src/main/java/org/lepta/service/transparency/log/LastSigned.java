package org.lepta.service.transparency.log;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lepta.service.transparency.proof.VerifierKey;

/**
 * What was signed last, by the two that remember it: the row in the database and the checkpoint
 * file. They lie in different places, so that putting back an old copy of one does not deceive.
 */
final class LastSigned {

  private final LockRow row;
  private final CheckpointFile file;

  LastSigned(LockRow row, CheckpointFile file) {
    this.row = row;
    this.file = file;
  }

  /**
   * What both say.
   *
   * @param row what the database remembers
   * @param file what is public
   */
  record Memory(@Nullable SignedCheckpoint row, @Nullable SignedCheckpoint file) {

    /** The newest that was signed; null if nothing was. */
    @Nullable SignedCheckpoint newest() {
      return row == null ? file : row;
    }
  }

  /**
   * Reads both.
   *
   * @param ours the keys that have signed or sign for us
   * @throws LogAlarmException if one is not ours or cannot be read, or they contradict each other
   */
  Memory read(List<VerifierKey> ours) throws IOException, SQLException, LogAlarmException {
    Memory memory =
        new Memory(
            parse(row.read(), ours, "the checkpoint in the database"),
            parse(file.read(), ours, "the checkpoint file"));
    if (memory.row() != null && memory.file() != null) {
      compare(memory.row().end(), memory.file().end());
    }
    return memory;
  }

  private static @Nullable SignedCheckpoint parse(
      Optional<byte[]> bytes, List<VerifierKey> ours, String where) throws LogAlarmException {
    return bytes.isPresent() ? SignedCheckpoint.parse(bytes.get(), ours, where) : null;
  }

  /**
   * Compares the ends that both hold.
   *
   * @throws LogAlarmException if the row is behind the file, or both have other roots of one size
   */
  static void compare(BlockEnd row, BlockEnd file) throws LogAlarmException {
    if (row.size() < file.size()) {
      throw new LogAlarmException(
          LogAlarm.LOG_ROW_BEHIND,
          "the database remembers the size %d, but %d is published: an older copy was put back"
              .formatted(row.size(), file.size()));
    }
    if (row.size() == file.size() && !row.root().equals(file.root())) {
      throw new LogAlarmException(
          LogAlarm.LOG_TWO_ROOTS,
          "of the size %d the database remembers the root %s, and %s is published"
              .formatted(row.size(), row.root(), file.root()));
    }
  }

  /**
   * Lets the database remember a newer checkpoint; durable on return.
   *
   * @throws LogAlarmException if it remembers another one than {@code before} by now
   */
  void swap(@Nullable SignedCheckpoint before, SignedCheckpoint after)
      throws SQLException, LogAlarmException {
    Optional<byte[]> expected = Optional.ofNullable(before).map(SignedCheckpoint::bytes);
    if (!row.swap(expected, after) && !holds(after)) {
      throw new LogAlarmException(
          LogAlarm.LOG_TWO_PUBLISHERS,
          "while the size " + after.checkpoint().size() + " was made, somebody else signed");
    }
  }

  private boolean holds(SignedCheckpoint checkpoint) throws SQLException {
    Optional<byte[]> now = row.read();
    return now.isPresent() && Arrays.equals(now.get(), checkpoint.bytes());
  }

  /** Makes it public; durable on return. */
  void publish(SignedCheckpoint checkpoint) throws IOException {
    file.write(checkpoint);
  }
}
