package org.lepta.service.transparency.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.lepta.service.kernel.Sha256;

/** Keeps every whole subtree of a tree in memory. */
public final class MemoryTree implements SubtreeHashes {

  private final List<List<Sha256>> levels = new ArrayList<>();

  /** Returns the tree over these entries. */
  public static MerkleTree of(int size, LongFunction<byte[]> entries) {
    MemoryTree tree = new MemoryTree();
    for (int i = 0; i < size; i++) {
      tree.append(MerkleHash.leaf(entries.apply(i)));
    }
    return new MerkleTree(tree, size);
  }

  /** Adds the hash of the next leaf. */
  public void append(Sha256 leafHash) {
    Sha256 hash = leafHash;
    for (int level = 0; ; level++) {
      if (level == levels.size()) {
        levels.add(new ArrayList<>());
      }
      List<Sha256> row = levels.get(level);
      row.add(hash);
      if (row.size() % 2 == 1) {
        return;
      }
      hash = MerkleHash.inner(row.get(row.size() - 2), hash);
    }
  }

  @Override
  public Sha256 subtree(int level, long index) {
    return levels.get(level).get(Math.toIntExact(index));
  }
}
