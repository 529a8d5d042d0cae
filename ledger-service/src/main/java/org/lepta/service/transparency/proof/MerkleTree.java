package org.lepta.service.transparency.proof;

import java.util.ArrayList;
import java.util.List;
import org.lepta.service.kernel.Sha256;

/**
 * Builds roots and proofs of every size up to that of a source of subtree hashes.
 *
 * <p>One root or proof asks the source for O(log² size) hashes at most. As thread-safe as the
 * source.
 *
 * @param source the hashes of the tree's whole subtrees
 * @param size the number of leaves that the source covers
 */
public record MerkleTree(SubtreeHashes source, long size) {

  /**
   * Checks the size.
   *
   * @throws IllegalArgumentException if the size is negative
   */
  public MerkleTree {
    if (size < 0) {
      throw new IllegalArgumentException("no tree has the size " + size);
    }
  }

  /**
   * Returns the root of the first {@code treeSize} leaves.
   *
   * @throws IndexOutOfBoundsException if the tree has fewer leaves
   */
  public Sha256 root(long treeSize) {
    checkSize(treeSize);
    return treeSize == 0 ? MerkleHash.EMPTY : hash(0, treeSize);
  }

  /**
   * Returns the proof that the leaf stands in the tree of the first {@code treeSize} leaves.
   *
   * @throws IndexOutOfBoundsException if there is no such leaf or size
   */
  public InclusionProof inclusion(long leafIndex, long treeSize) {
    checkSize(treeSize);
    if (leafIndex < 0 || leafIndex >= treeSize) {
      throw new IndexOutOfBoundsException("no leaf " + leafIndex + " in a tree of " + treeSize);
    }
    List<Sha256> fromRoot = new ArrayList<>();
    long start = 0;
    long end = treeSize;
    while (end - start > 1) {
      long middle = start + split(end - start);
      if (leafIndex < middle) {
        fromRoot.add(hash(middle, end));
        end = middle;
      } else {
        fromRoot.add(hash(start, middle));
        start = middle;
      }
    }
    return new InclusionProof(leafIndex, fromRoot.reversed());
  }

  /**
   * Returns the proof that the tree of {@code newSize} leaves extends that of {@code oldSize}.
   *
   * @throws IndexOutOfBoundsException if the sizes are not {@code 0 <= oldSize <= newSize <= size}
   */
  public ConsistencyProof consistency(long oldSize, long newSize) {
    checkSize(newSize);
    if (oldSize < 0 || oldSize > newSize) {
      throw new IndexOutOfBoundsException("no way from " + oldSize + " to " + newSize);
    }
    if (oldSize == 0 || oldSize == newSize) {
      return new ConsistencyProof(List.of());
    }
    List<Sha256> fromRoot = new ArrayList<>();
    long start = 0;
    long end = newSize;
    while (end != oldSize) {
      long middle = start + split(end - start);
      if (oldSize <= middle) {
        fromRoot.add(hash(middle, end));
        end = middle;
      } else {
        fromRoot.add(hash(start, middle));
        start = middle;
      }
    }
    if (start != 0) {
      fromRoot.add(hash(start, end));
    }
    return new ConsistencyProof(fromRoot.reversed());
  }

  private Sha256 hash(long start, long end) {
    long leaves = end - start;
    if (Long.bitCount(leaves) == 1) {
      int level = Long.numberOfTrailingZeros(leaves);
      return source.subtree(level, start >>> level);
    }
    long middle = start + split(leaves);
    return MerkleHash.inner(hash(start, middle), hash(middle, end));
  }

  /** The largest power of two strictly below the number of leaves. */
  private static long split(long leaves) {
    return Long.highestOneBit(leaves - 1);
  }

  private void checkSize(long treeSize) {
    if (treeSize < 0 || treeSize > size) {
      throw new IndexOutOfBoundsException("no size " + treeSize + " in a tree of " + size);
    }
  }
}
