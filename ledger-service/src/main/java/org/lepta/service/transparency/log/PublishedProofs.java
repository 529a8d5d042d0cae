package org.lepta.service.transparency.log;

import org.lepta.service.transparency.proof.InclusionProof;
import org.lepta.service.transparency.proof.MerkleHash;
import org.lepta.service.transparency.proof.ProofException;
import org.lepta.service.transparency.proof.SignedNote;
import org.lepta.service.transparency.tiles.TileFiles;
import org.lepta.service.transparency.tiles.TileTree;

/**
 * Proofs of entries under one public checkpoint, made from the files alone. It keeps tiles in
 * memory, so one of these is for one answer. Not thread-safe.
 */
public final class PublishedProofs {

  private final SignedCheckpoint signed;
  private final TileTree tree;

  PublishedProofs(TileFiles tiles, SignedCheckpoint signed) {
    this.signed = signed;
    this.tree = new TileTree(tiles, signed.checkpoint().size());
  }

  /** The signed checkpoint that all proofs lead to. */
  public SignedNote checkpoint() {
    return signed.note();
  }

  /** Entries under that checkpoint. */
  public long size() {
    return signed.checkpoint().size();
  }

  /** Whether the checkpoint covers this leaf. */
  public boolean covers(long index) {
    return index >= 0 && index < size();
  }

  /**
   * Proves that a leaf is in the log.
   *
   * @throws IllegalArgumentException if the checkpoint does not cover it
   * @throws java.io.UncheckedIOException if a tile cannot be read
   * @throws org.lepta.service.transparency.tiles.DamagedTileException if a tile is damaged
   * @throws IllegalStateException if the tiles do not give the signed root
   */
  public PublishedLeaf leaf(long index) {
    if (!covers(index)) {
      throw new IllegalArgumentException("the checkpoint does not cover leaf " + index);
    }
    byte[] leaf = tree.leaf(index);
    InclusionProof proof = tree.tree().inclusion(index, size());
    try {
      // What the disk changed after it was signed must not be handed out as a receipt.
      proof.verify(MerkleHash.leaf(leaf), size(), signed.checkpoint().root());
    } catch (ProofException e) {
      throw new IllegalStateException("the tiles do not prove leaf " + index, e);
    }
    return new PublishedLeaf(leaf, proof, signed.note());
  }
}
