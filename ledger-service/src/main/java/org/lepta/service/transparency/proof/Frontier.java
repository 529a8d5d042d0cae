package org.lepta.service.transparency.proof;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.lepta.service.kernel.Sha256;

/**
 * The right edge of a growing tree: all that is needed to append leaves and to know the root.
 *
 * <p>Holds one hash for each one-bit of the size. Appending costs one hash and, on average, one
 * more. Not thread-safe.
 *
 * <p>Stored form ({@link #toBytes()}): the byte 1, the size as 8 bytes big-endian, then the roots
 * of the whole subtrees that the tree consists of, largest first, 32 bytes each; at most 2,025
 * bytes.
 */
public final class Frontier {

  private static final byte FORMAT = 1;
  private static final int HEADER_BYTES = 1 + Long.BYTES;

  /** Large enough for every size that a {@code long} holds. */
  private static final int LEVELS = 63;

  /** By level; an entry counts only where the size has a one-bit. */
  private final Sha256[] subtrees;

  private long size;

  private Frontier(Sha256[] subtrees, long size) {
    this.subtrees = subtrees;
    this.size = size;
  }

  /** Returns the edge of the tree without leaves. */
  public static Frontier empty() {
    Sha256[] subtrees = new Sha256[LEVELS];
    Arrays.fill(subtrees, MerkleHash.EMPTY);
    return new Frontier(subtrees, 0);
  }

  /**
   * Reads the stored form.
   *
   * @throws IllegalArgumentException if the bytes are not exactly what {@link #toBytes()} writes
   */
  public static Frontier fromBytes(byte[] bytes) {
    if (bytes.length < HEADER_BYTES || bytes[0] != FORMAT) {
      throw new IllegalArgumentException("not a stored frontier of format " + FORMAT);
    }
    ByteBuffer in = ByteBuffer.wrap(bytes, 1, bytes.length - 1);
    long size = in.getLong();
    if (size < 0 || in.remaining() != Long.bitCount(size) * Sha256.LENGTH) {
      throw new IllegalArgumentException("the stored frontier's length does not fit its size");
    }
    Frontier frontier = empty();
    frontier.size = size;
    for (int level = LEVELS - 1; level >= 0; level--) {
      if (frontier.hasSubtree(level)) {
        frontier.subtrees[level] = Sha256.readFrom(in);
      }
    }
    return frontier;
  }

  /** Returns an edge that grows on its own from here. */
  public Frontier copy() {
    return new Frontier(subtrees.clone(), size);
  }

  /** Returns the number of leaves. */
  public long size() {
    return size;
  }

  /**
   * Appends a leaf by its hash.
   *
   * @throws ArithmeticException if the tree has 2^63 - 1 leaves
   */
  public void append(Sha256 leafHash) {
    long grown = Math.incrementExact(size);
    Sha256 hash = leafHash;
    int level = 0;
    while (hasSubtree(level)) {
      hash = MerkleHash.inner(subtrees[level], hash);
      level++;
    }
    subtrees[level] = hash;
    size = grown;
  }

  /** Appends leaves by their hashes, in order. */
  public void appendAll(Iterable<Sha256> leafHashes) {
    for (Sha256 leafHash : leafHashes) {
      append(leafHash);
    }
  }

  /** Returns the root; the tree without leaves has {@link MerkleHash#EMPTY}. */
  public Sha256 root() {
    if (size == 0) {
      return MerkleHash.EMPTY;
    }
    int level = Long.numberOfTrailingZeros(size);
    Sha256 root = subtrees[level];
    for (level++; level < LEVELS; level++) {
      if (hasSubtree(level)) {
        root = MerkleHash.inner(subtrees[level], root);
      }
    }
    return root;
  }

  /** Returns the stored form; equal trees have equal bytes. */
  public byte[] toBytes() {
    ByteBuffer out =
        ByteBuffer.allocate(HEADER_BYTES + Long.bitCount(size) * Sha256.LENGTH);
    out.put(FORMAT).putLong(size);
    for (int level = LEVELS - 1; level >= 0; level--) {
      if (hasSubtree(level)) {
        subtrees[level].writeTo(out);
      }
    }
    return out.array();
  }

  private boolean hasSubtree(int level) {
    return (size >>> level & 1) == 1;
  }
}
