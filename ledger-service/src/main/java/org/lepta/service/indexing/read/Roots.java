package org.lepta.service.indexing.read;

import java.util.Optional;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.transparency.proof.MerkleHash;
import org.springframework.stereotype.Component;

/** The roots that this index computed, by height. Thread-safe. */
@Component
public final class Roots {

  private static final BlockRoot START = new BlockRoot(0, 0, MerkleHash.EMPTY, null);

  private final Index index;

  public Roots(Index index) {
    this.index = index;
  }

  /** The log after so many blocks; nothing for a height that is not indexed yet. */
  public Optional<BlockRoot> at(long height) {
    return height == 0
        ? Optional.of(START)
        : index.one(
            "SELECT size, root, header_hash FROM block_root WHERE block = ?",
            (row, n) ->
                new BlockRoot(
                    height, row.getLong(1), Sha256.of(row.getBytes(2)), Sha256.of(row.getBytes(3))),
            height - 1);
  }

  /** Number of blocks that are indexed. */
  public long height() {
    return index.height();
  }

  /** The hash of a leaf in the Merkle tree. */
  public Optional<Sha256> leafHash(long leaf) {
    return index.one(
        "SELECT bytes FROM entry WHERE leaf = ?",
        (row, n) -> MerkleHash.leaf(row.getBytes(1)),
        leaf);
  }
}
