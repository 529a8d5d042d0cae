package org.lepta.service.audit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.codec.CodecException;
import org.lepta.ledger.codec.LeafCodec;
import org.lepta.ledger.entry.Leaf;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.transparency.proof.MerkleHash;
import org.lepta.service.transparency.tiles.EntryBundle;
import org.lepta.service.transparency.tiles.TilePath;

/**
 * An entry of the log, hashed and read.
 *
 * @param leaf what it says; absent if the bytes are no leaf in its one form
 */
record DecodedLeaf(Sha256 hash, @Nullable Leaf leaf) {

  /** All entries of a bundle. */
  static List<DecodedLeaf> all(TilePath path, byte[] bundle) {
    List<DecodedLeaf> leaves = new ArrayList<>(path.width());
    for (byte[] entry : EntryBundle.parse(path, bundle)) {
      leaves.add(new DecodedLeaf(MerkleHash.leaf(entry), leaf(entry)));
    }
    return leaves;
  }

  private static @Nullable Leaf leaf(byte[] entry) {
    try {
      return LeafCodec.decode(entry);
    } catch (CodecException e) {
      return null;
    }
  }
}
