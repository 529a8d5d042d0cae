package org.lepta.service.transparency.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.transparency.proof.MerkleHash;
import org.lepta.service.transparency.tiles.DurableFiles;
import org.lepta.service.transparency.tiles.TileCheck;
import org.lepta.service.transparency.tiles.TileFiles;
import org.lepta.service.transparency.tiles.TileTree;

/**
 * Prints how many leaves a second the log takes here, staged durably and read back, beside the
 * floor that SHA-256 sets. Not a test: figures of one run on one machine. Arguments: leaves
 * (default 1,000,000), bytes of a leaf (default 800).
 */
public final class LogBench {

  private static final int STEP = 100_000;

  private LogBench() {}

  /** Runs it in a temporary folder. */
  public static void main(String[] args) throws Exception {
    long leaves = args.length > 0 ? Long.parseLong(args[0]) : 1_000_000;
    byte[] leaf = new byte[args.length > 1 ? Integer.parseInt(args[1]) : 800];
    floor(leaf);
    Path folder = Files.createTempDirectory("log-bench");
    TileFiles tiles = new TileFiles(DurableFiles.open(folder));
    Sha256 root = MerkleHash.EMPTY;
    for (long size = 0; size < leaves; size += STEP) {
      long start = System.nanoTime();
      Stage.write(tiles, new Same(leaf), size, size + STEP, Step.Listener.NONE);
      long staged = System.nanoTime();
      Sha256 next = new TileTree(tiles, size + STEP).tree().root(size + STEP);
      new TileCheck(tiles, size, size + STEP).run(root, next);
      long end = System.nanoTime();
      root = next;
      System.out.printf(
          Locale.ROOT,
          "%,10d leaves: staged %,8.0f/s, read back %,8.0f/s, both %,8.0f/s%n",
          size + STEP,
          STEP / ((staged - start) / 1e9),
          STEP / ((end - staged) / 1e9),
          STEP / ((end - start) / 1e9));
    }
    long start = System.nanoTime();
    int proofs = 2_000;
    for (int i = 0; i < proofs; i++) {
      new TileTree(tiles, leaves).tree().inclusion(i * 7_919L % leaves, leaves);
    }
    System.out.printf(
        Locale.ROOT,
        "inclusion proof from files: %.0f us%n",
        (System.nanoTime() - start) / 1e3 / proofs);
  }

  private static void floor(byte[] leaf) {
    Sha256 hash = MerkleHash.leaf(leaf);
    long start = 0;
    for (int i = -50_000; i < 200_000; i++) {
      if (i == 0) {
        start = System.nanoTime();
      }
      hash = MerkleHash.inner(MerkleHash.leaf(leaf), hash);
    }
    System.out.printf(
        Locale.ROOT,
        "leaves of %d bytes; floor of one leaf hash and one node hash each: %,.0f/s (%s)%n",
        leaf.length,
        200_000 / ((System.nanoTime() - start) / 1e9),
        hash.hex().substring(0, 4));
  }

  /** The same leaf over and over. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Same(byte[] leaf) implements LogSource {

    @Override
    public Optional<BlockEnd> next(long size, long most) {
      return Optional.empty();
    }

    @Override
    public Optional<Sha256> rootAt(long size) {
      return Optional.empty();
    }

    @Override
    public void leaves(long from, long to, Sink sink) throws IOException {
      for (long i = from; i < to; i++) {
        sink.put(leaf);
      }
    }

    @Override
    public long awaitBlocks(long height, Duration timeout) {
      return height;
    }
  }
}
