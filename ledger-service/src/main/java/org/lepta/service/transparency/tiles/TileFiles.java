package org.lepta.service.transparency.tiles;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.lepta.service.kernel.Sha256;

/**
 * The tiles of a log in its folder. Reading is thread-safe and goes on while one thread writes;
 * what is read is always a whole file.
 */
public final class TileFiles {

  private final DurableFiles files;

  /** Takes the log's folder. */
  public TileFiles(DurableFiles files) {
    this.files = files;
  }

  /** Returns the file of a tile, which may not be there. */
  public Path file(TilePath path) {
    return files.root().resolve(path.toString());
  }

  /** Returns the bytes of exactly this tile, as they are, if it is there. */
  public Optional<byte[]> find(TilePath path) throws IOException {
    try {
      return Optional.of(Files.readAllBytes(file(path)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /**
   * Returns the bytes of a tile; of a partial one that was dropped, the begin of the full one.
   *
   * @throws DamagedTileException if there is neither, or it is of a wrong form
   */
  public byte[] read(TilePath path) throws IOException {
    Optional<byte[]> exact = find(path);
    if (exact.isPresent()) {
      requireForm(path, exact.get(), true);
      return exact.get();
    }
    if (!path.isFull()) {
      Optional<byte[]> full = find(path.full());
      if (full.isPresent()) {
        requireForm(path.full(), full.get(), false);
        return Arrays.copyOf(full.get(), bytesOf(path, full.get()));
      }
    }
    throw new DamagedTileException(path, "is missing");
  }

  private static void requireForm(TilePath path, byte[] bytes, boolean whole) {
    if (!path.isEntries() && bytes.length != path.width() * Sha256.LENGTH) {
      throw new DamagedTileException(path, "has " + bytes.length + " bytes");
    }
    if (path.isEntries() && whole) {
      EntryBundle.requireForm(path, bytes);
    }
  }

  private static int bytesOf(TilePath path, byte[] full) {
    return path.isEntries()
        ? EntryBundle.bytesOf(path.full(), full, path.width())
        : path.width() * Sha256.LENGTH;
  }

  /**
   * Writes tiles; durable on return. One that is there already must hold the same bytes; it is
   * written again, because it may be there without being durable.
   *
   * @throws DamagedTileException if one holds other bytes; then nothing was written
   */
  public void write(Map<TilePath, byte[]> tiles) throws IOException {
    SequencedMap<String, byte[]> named = new LinkedHashMap<>();
    for (Map.Entry<TilePath, byte[]> tile : tiles.entrySet()) {
      Optional<byte[]> present = find(tile.getKey());
      if (present.isPresent() && !Arrays.equals(present.get(), tile.getValue())) {
        throw new DamagedTileException(tile.getKey(), "holds other bytes than the ledger says");
      }
      named.put(tile.getKey().toString(), tile.getValue());
    }
    files.writeAll(named);
  }

  /** Deletes the partial tiles of a place whose full tile is there. */
  public void dropPartials(TilePath full) throws IOException {
    Path folder = files.root().resolve(full.full() + ".p");
    List<Path> partials;
    try (Stream<Path> found = Files.list(folder)) {
      partials = found.toList();
    } catch (NoSuchFileException | NotDirectoryException e) {
      return;
    }
    if (!Files.exists(file(full.full()))) {
      return;
    }
    for (Path partial : partials) {
      Files.deleteIfExists(partial);
    }
    try {
      Files.deleteIfExists(folder);
    } catch (DirectoryNotEmptyException e) {
      // Somebody else put a file there; it harms nobody.
      return;
    }
  }
}
