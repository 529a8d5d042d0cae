package org.lepta.service.transparency.tiles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.transparency.proof.MerkleTree;
import org.lepta.service.transparency.proof.SubtreeHashes;

/**
 * The tree of one size, read from the tiles alone. A few tiles are kept in memory, so one of these
 * is for one proof or one walk. Not thread-safe.
 *
 * <p>What cannot be read throws {@link DamagedTileException} or {@link UncheckedIOException}.
 */
public final class TileTree implements SubtreeHashes {

  private static final int KEPT_TILES = 64;

  /** Reads tiles and bundles by their paths. */
  @FunctionalInterface
  public interface Source {

    /** Returns the bytes of a tile, of the form of its path. */
    byte[] read(TilePath path) throws IOException;
  }

  private final Source files;
  private final long size;
  private final Map<TilePath, byte[]> kept = new LinkedHashMap<>();

  /** Reads the tree of the first {@code size} leaves. */
  public TileTree(TileFiles files, long size) {
    this(files::read, size);
  }

  /** Reads the tree of the first {@code size} leaves from anywhere. */
  public TileTree(Source source, long size) {
    this.files = source;
    this.size = size;
  }

  /** Returns roots and proofs up to the size. */
  public MerkleTree tree() {
    return new MerkleTree(this, size);
  }

  @Override
  public Sha256 subtree(int level, long index) {
    int height = level % 8;
    long first = index << height;
    byte[] tile = tile(level / 8, first / TilePath.FULL);
    return TileHashes.root(tile, (int) (first % TilePath.FULL), 1 << height);
  }

  /** Returns the hashes of a tile as it is in this size. */
  byte[] tile(int level, long index) {
    TilePath path =
        TilePath.in(size, level, index)
            .orElseThrow(() -> new IndexOutOfBoundsException("no tile " + level + '/' + index));
    byte[] known = kept.get(path);
    if (known != null) {
      return known;
    }
    byte[] read = read(path);
    if (kept.size() == KEPT_TILES) {
      kept.remove(kept.keySet().iterator().next());
    }
    kept.put(path, read);
    return read;
  }

  /** Returns the bytes of a bundle as it is in this size. */
  public byte[] bundle(long index) {
    return read(
        TilePath.in(size, TilePath.ENTRIES, index)
            .orElseThrow(() -> new IndexOutOfBoundsException("no bundle " + index)));
  }

  /** Returns the bytes of one leaf. */
  public byte[] leaf(long index) {
    long bundle = index / TilePath.FULL;
    TilePath path =
        TilePath.in(size, TilePath.ENTRIES, bundle)
            .orElseThrow(() -> new IndexOutOfBoundsException("no leaf " + index));
    return EntryBundle.parse(path, read(path)).get((int) (index % TilePath.FULL));
  }

  private byte[] read(TilePath path) {
    try {
      return files.read(path);
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be read: " + e.getMessage(), e);
    }
  }
}
