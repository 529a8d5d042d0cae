package org.lepta.service.transparency.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.lepta.service.transparency.proof.Checkpoint;
import org.lepta.service.transparency.proof.FaultException;
import org.lepta.service.transparency.tiles.DurableFiles;
import org.lepta.service.transparency.tiles.TileFiles;
import org.lepta.service.transparency.tiles.TilePath;

/**
 * The published files of a log that has ended and goes on in another one; nobody signs it any more.
 * Reading is thread-safe.
 */
public final class ClosedLog {

  /** Where a data folder keeps the files of the log that its own log continues. */
  public static final String FOLDER = "previous-log";

  private static final int FILES_AT_ONCE = 500;

  private final CheckpointFile checkpoint;
  private final TileFiles tiles;

  /** Takes the files in a data folder, which need not be there. */
  public ClosedLog(Path data) {
    DurableFiles folder = DurableFiles.reading(data.resolve(FOLDER));
    this.checkpoint = new CheckpointFile(folder);
    this.tiles = new TileFiles(folder);
  }

  /** Returns the last checkpoint, byte by byte; nothing where no log is kept. */
  public Optional<byte[]> checkpoint() throws IOException {
    return checkpoint.read();
  }

  /** Returns the file of a tile, by its path below the log; nothing for what is no tile's path. */
  public Optional<Path> tile(String path) {
    return TilePath.parse(path).map(tiles::file).filter(Files::isRegularFile);
  }

  /**
   * Returns what a data folder has published last, its signature unverified.
   *
   * @throws IOException if it cannot be read
   */
  public static Optional<Checkpoint> lastOf(Path data) throws IOException {
    DurableFiles folder = DurableFiles.reading(data.resolve(TransparencyLog.FOLDER));
    try {
      Optional<byte[]> note = new CheckpointFile(folder).read();
      return note.isPresent()
          ? Optional.of(SignedCheckpoint.parseUnverified(note.get()).checkpoint())
          : Optional.empty();
    } catch (FaultException e) {
      throw new IOException("the checkpoint in " + data + " cannot be read: " + e.detail(), e);
    }
  }

  /**
   * Copies what one data folder has published into another one, as the log that it continues: the
   * checkpoint last. Durable on return; done again, it does nothing where the checkpoint is there.
   *
   * @param data of the log that has ended
   * @param into the data folder of the log that continues it
   */
  public static void copy(Path data, Path into) throws IOException {
    Path from = data.resolve(TransparencyLog.FOLDER);
    DurableFiles to = DurableFiles.open(into.resolve(FOLDER));
    byte[] note = Files.readAllBytes(from.resolve(CheckpointFile.NAME));
    if (Arrays.equals(note, new CheckpointFile(to).read().orElse(null))) {
      return;
    }
    SequencedMap<String, byte[]> some = new LinkedHashMap<>();
    for (Path file : filesBelow(from.resolve("tile"))) {
      some.put(from.relativize(file).toString(), Files.readAllBytes(file));
      if (some.size() == FILES_AT_ONCE) {
        to.writeAll(some);
        some.clear();
      }
    }
    to.writeAll(some);
    to.write(CheckpointFile.NAME, note);
  }

  private static List<Path> filesBelow(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
