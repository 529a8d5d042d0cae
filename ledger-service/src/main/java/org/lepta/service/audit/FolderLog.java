package org.lepta.service.audit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.lepta.service.transparency.proof.RecordedKeys;
import org.lepta.service.transparency.proof.SignedNote;
import org.lepta.service.transparency.tiles.DurableFiles;
import org.lepta.service.transparency.tiles.TileFiles;
import org.lepta.service.transparency.tiles.TilePath;

/** A copied log folder, or a data folder that has one. */
final class FolderLog implements LogReader {

  private static final String CHECKPOINT = "checkpoint";

  private final Path folder;
  private final TileFiles tiles;

  private FolderLog(Path folder) {
    this.folder = folder;
    this.tiles = new TileFiles(DurableFiles.reading(folder));
  }

  /**
   * Finds the log in a folder.
   *
   * @throws NoSuchFileException if neither the folder nor its {@code log} has a checkpoint
   */
  static FolderLog in(Path folder) throws NoSuchFileException {
    for (Path candidate : new Path[] {folder, folder.resolve("log")}) {
      if (Files.isRegularFile(candidate.resolve(CHECKPOINT))) {
        return new FolderLog(candidate);
      }
    }
    throw new NoSuchFileException(folder.resolve(CHECKPOINT).toString());
  }

  @Override
  public String name() {
    return folder.toString();
  }

  @Override
  public byte[] checkpoint() throws IOException {
    try (InputStream in = Files.newInputStream(folder.resolve(CHECKPOINT))) {
      return in.readNBytes(SignedNote.MAX_BYTES + 1);
    }
  }

  @Override
  public byte[] read(TilePath path) throws IOException {
    return tiles.read(path);
  }

  @Override
  public Optional<byte[]> afterDraw(long leaf) throws IOException {
    return note("draw/" + leaf);
  }

  @Override
  public Optional<byte[]> keyChange(long leaf) throws IOException {
    return note(RecordedKeys.pathOfChange(leaf));
  }

  private Optional<byte[]> note(String path) throws IOException {
    try (InputStream in = Files.newInputStream(folder.resolve(path))) {
      return Optional.of(in.readNBytes(SignedNote.MAX_BYTES + 1));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {}
}
