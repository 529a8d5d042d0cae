package org.lepta.service.transparency.proof;

import org.lepta.service.kernel.Sha256;

/** A source of the hashes of whole subtrees: tiles, a table, or memory. */
@FunctionalInterface
public interface SubtreeHashes {

  /**
   * Returns the hash of the subtree over the leaves {@code [index << level, (index + 1) << level)};
   * on level 0 that is the leaf hash. Asked only for subtrees that lie wholly inside the tree.
   *
   * @param level the height of the subtree, 0 to 62
   * @param index its number on that level, from 0
   */
  Sha256 subtree(int level, long index);
}
