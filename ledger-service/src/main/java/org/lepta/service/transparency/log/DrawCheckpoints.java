package org.lepta.service.transparency.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.Optional;
import java.util.TreeSet;
import org.lepta.service.transparency.tiles.DurableFiles;

/**
 * The first checkpoint behind each draw note, by the note's leaf index, kept for ever: an auditor's
 * sample depends on it (docs/reference/sample). Where witnesses are asked for, it is the first that
 * enough of them have cosigned. It is durable before it is shown anywhere else, so that no other
 * can become the first after a kill. Thread-safe.
 */
final class DrawCheckpoints {

  /** The folder below that of the log. */
  static final String FOLDER = "draw";

  private final DurableFiles files;
  private final LogSource source;
  private final boolean asksForWitnesses;
  private final TreeSet<Long> waiting = new TreeSet<>();
  private long asked;

  private DrawCheckpoints(DurableFiles files, LogSource source, boolean asksForWitnesses) {
    this.files = files;
    this.source = source;
    this.asksForWitnesses = asksForWitnesses;
  }

  /**
   * Opens the folder below the log's.
   *
   * @param asksForWitnesses whether only what enough witnesses have cosigned counts
   */
  static DrawCheckpoints open(Path log, LogSource source, boolean asksForWitnesses)
      throws IOException {
    return new DrawCheckpoints(DurableFiles.open(log.resolve(FOLDER)), source, asksForWitnesses);
  }

  /** Must be told each checkpoint before it is published, and the newest one after a start. */
  synchronized void published(SignedCheckpoint checkpoint) throws SQLException, IOException {
    long size = checkpoint.checkpoint().size();
    for (long leaf : source.draws(asked, size)) {
      if (find(leaf).isEmpty()) {
        waiting.add(leaf);
      }
    }
    asked = Math.max(asked, size);
    if (!asksForWitnesses) {
      keep(checkpoint);
    }
  }

  /**
   * Must be told each cosigned checkpoint before it is shown.
   *
   * @return false while it is not known of which draws it is the first: it must not be shown yet
   */
  synchronized boolean cosigned(SignedCheckpoint checkpoint) throws IOException {
    if (asked < checkpoint.checkpoint().size()) {
      return false;
    }
    if (asksForWitnesses) {
      keep(checkpoint);
    }
    return true;
  }

  private void keep(SignedCheckpoint checkpoint) throws IOException {
    Iterator<Long> covered = waiting.headSet(checkpoint.checkpoint().size()).iterator();
    while (covered.hasNext()) {
      files.write(Long.toString(covered.next()), checkpoint.bytes());
      covered.remove();
    }
  }

  /** Returns the kept note of the draw at this leaf index. */
  Optional<byte[]> find(long leaf) throws IOException {
    try {
      return Optional.of(Files.readAllBytes(files.root().resolve(Long.toString(leaf))));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }
}
