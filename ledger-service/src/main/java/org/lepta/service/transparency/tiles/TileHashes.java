package org.lepta.service.transparency.tiles;

import java.nio.ByteBuffer;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.transparency.proof.MerkleHash;

/** The hashes in a tile. */
final class TileHashes {

  private TileHashes() {}

  static Sha256 at(byte[] tile, int position) {
    return Sha256.readFrom(ByteBuffer.wrap(tile, position * Sha256.LENGTH, Sha256.LENGTH));
  }

  /** The root over a full tile. */
  static Sha256 root(byte[] tile) {
    return root(tile, 0, TilePath.FULL);
  }

  /** The root over {@code count} hashes, a power of two, from {@code first}. */
  static Sha256 root(byte[] tile, int first, int count) {
    if (count == 1) {
      return at(tile, first);
    }
    int half = count / 2;
    return MerkleHash.inner(root(tile, first, half), root(tile, first + half, half));
  }
}
