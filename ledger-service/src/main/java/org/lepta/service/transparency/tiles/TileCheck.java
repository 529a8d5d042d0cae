package org.lepta.service.transparency.tiles;

import java.util.List;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.transparency.proof.MerkleHash;
import org.lepta.service.transparency.proof.MerkleTree;
import org.lepta.service.transparency.proof.ProofException;

/**
 * Reads back what was written and hashes all of it again, before anything is signed: a flipped bit
 * that is signed over ends a log.
 */
public final class TileCheck {

  private final TileTree tiles;
  private final long from;
  private final long to;

  /**
   * Prepares a check of what a log gained.
   *
   * @param from the size that was checked before
   * @param to the size whose tiles are complete in the files
   */
  public TileCheck(TileFiles files, long from, long to) {
    this.tiles = new TileTree(files, to);
    this.from = from;
    this.to = to;
  }

  /**
   * Returns normally only if every hash above the new leaves is the hash of what lies below it, and
   * both roots are those that the tiles give.
   *
   * @throws DamagedTileException if a tile does not fit what lies below it
   * @throws ProofException if a root is another, or the new tree does not extend the old one
   */
  public void run(Sha256 oldRoot, Sha256 newRoot) throws ProofException {
    for (long bundle = from / TilePath.FULL; bundle * TilePath.FULL < to; bundle++) {
      checkLeaves(bundle);
    }
    for (int level = 0; TilePath.hashes(to, level) >= TilePath.FULL; level++) {
      checkLevel(level);
    }
    MerkleTree tree = tiles.tree();
    requireRoot(tree.root(from), oldRoot, ProofException.Reason.OLD_ROOT_DIFFERS);
    requireRoot(tree.root(to), newRoot, ProofException.Reason.ROOT_DIFFERS);
    tree.consistency(from, to).verify(from, oldRoot, to, newRoot);
  }

  private void checkLeaves(long bundle) {
    TilePath path = TilePath.in(to, TilePath.ENTRIES, bundle).orElseThrow();
    List<byte[]> entries = EntryBundle.parse(path, tiles.bundle(bundle));
    byte[] hashes = tiles.tile(0, bundle);
    for (int i = 0; i < entries.size(); i++) {
      if (!MerkleHash.leaf(entries.get(i)).equals(TileHashes.at(hashes, i))) {
        throw new DamagedTileException(path, "holds an entry whose hash is another: number " + i);
      }
    }
  }

  private void checkLevel(int level) {
    long first = TilePath.hashes(from, level) / TilePath.FULL;
    long end = TilePath.hashes(to, level) / TilePath.FULL;
    for (long index = first; index < end; index++) {
      Sha256 root = TileHashes.root(tiles.tile(level, index));
      byte[] above = tiles.tile(level + 1, index / TilePath.FULL);
      if (!root.equals(TileHashes.at(above, (int) (index % TilePath.FULL)))) {
        throw new DamagedTileException(
            TilePath.in(to, level, index).orElseThrow(), "does not give the hash above it");
      }
    }
  }

  private static void requireRoot(Sha256 found, Sha256 wanted, ProofException.Reason reason)
      throws ProofException {
    if (!found.equals(wanted)) {
      throw new ProofException(reason, "the tiles give the root " + found + ", not " + wanted);
    }
  }
}
