package org.lepta.service.transparency.tiles;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.transparency.proof.MerkleHash;

/**
 * Makes the tiles that a log gains as it grows: each full tile when it becomes full, and at the end
 * the partial ones of the size that was reached. Memory does not depend on the size. Not
 * thread-safe.
 */
public final class TileBuilder {

  /** Where tiles go. */
  @FunctionalInterface
  public interface Sink {

    /** Takes a tile that the log of {@code size} leaves has and that of the start has not. */
    void put(TilePath path, byte[] bytes) throws IOException;
  }

  private final Sink sink;
  private final long start;
  private final List<Row> rows = new ArrayList<>();
  private final ByteArrayOutputStream bundle = new ByteArrayOutputStream();
  private long size;

  private TileBuilder(Sink sink, long start) {
    this.sink = sink;
    this.start = start;
    this.size = start;
  }

  /** Starts with the empty log. */
  public static TileBuilder empty(Sink sink) {
    return new TileBuilder(sink, 0);
  }

  /**
   * Goes on from the size whose tiles the files hold.
   *
   * @throws DamagedTileException if a tile of its right edge is missing or of a wrong form
   */
  public static TileBuilder from(TileFiles files, long size, Sink sink) throws IOException {
    TileBuilder builder = new TileBuilder(sink, size);
    for (int level = 0; TilePath.hashes(size, level) > 0; level++) {
      long hashes = TilePath.hashes(size, level);
      Row row = builder.row(level);
      row.index = hashes / TilePath.FULL;
      var partial = TilePath.in(size, level, row.index);
      if (partial.isPresent()) {
        row.put(files.read(partial.get()));
      }
    }
    var partial = TilePath.in(size, TilePath.ENTRIES, size / TilePath.FULL);
    if (partial.isPresent()) {
      builder.bundle.writeBytes(files.read(partial.get()));
    }
    return builder;
  }

  /** Returns the number of leaves. */
  public long size() {
    return size;
  }

  /**
   * Appends a leaf.
   *
   * @throws IllegalArgumentException if it is longer than {@link EntryBundle#MAX_ENTRY_BYTES}
   */
  public void append(byte[] leaf) throws IOException {
    EntryBundle.append(bundle, leaf);
    size++;
    if (size % TilePath.FULL == 0) {
      sink.put(
          new TilePath(TilePath.ENTRIES, size / TilePath.FULL - 1, TilePath.FULL),
          bundle.toByteArray());
      bundle.reset();
    }
    Sha256 hash = MerkleHash.leaf(leaf);
    for (int level = 0; ; level++) {
      Row row = row(level);
      row.put(hash);
      if (row.hashes.hasRemaining()) {
        return;
      }
      byte[] full = row.hashes.array().clone();
      sink.put(new TilePath(level, row.index, TilePath.FULL), full);
      row.next();
      hash = TileHashes.root(full);
    }
  }

  /** Gives the partial tiles of the size that was reached; only those that are new. */
  public void finish() throws IOException {
    if (size % TilePath.FULL != 0 && size != start) {
      sink.put(
          TilePath.in(size, TilePath.ENTRIES, size / TilePath.FULL).orElseThrow(),
          bundle.toByteArray());
    }
    for (int level = 0; level < rows.size(); level++) {
      boolean grown = TilePath.hashes(size, level) != TilePath.hashes(start, level);
      Row row = rows.get(level);
      if (grown && row.hashes.position() > 0) {
        sink.put(
            new TilePath(level, row.index, row.hashes.position() / Sha256.LENGTH), row.written());
      }
    }
  }

  private Row row(int level) {
    while (rows.size() <= level) {
      rows.add(new Row());
    }
    return rows.get(level);
  }

  /** The right edge of one level. */
  private static final class Row {

    private final ByteBuffer hashes = ByteBuffer.allocate(TilePath.FULL * Sha256.LENGTH);
    private long index;

    void put(Sha256 hash) {
      hash.writeTo(hashes);
    }

    void put(byte[] some) {
      hashes.put(some);
    }

    byte[] written() {
      byte[] bytes = new byte[hashes.position()];
      hashes.get(0, bytes);
      return bytes;
    }

    void next() {
      hashes.clear();
      index++;
    }
  }
}
