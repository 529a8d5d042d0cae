package org.lepta.service.transparency.proof;

import java.util.ArrayList;
import java.util.List;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.transparency.proof.ProofException.Reason;

/**
 * Proves that a leaf stands at an index of a tree (RFC 9162 section 2.1.3).
 *
 * @param leafIndex the index of the leaf, from 0
 * @param path the siblings on the way to the root, leaf side first
 */
public record InclusionProof(long leafIndex, List<Sha256> path) {

  /** Copies the path. */
  public InclusionProof {
    path = List.copyOf(path);
  }

  /**
   * Takes a proof that came from outside.
   *
   * @throws ProofException if a hash has not 32 bytes
   */
  public static InclusionProof parse(long leafIndex, List<byte[]> path) throws ProofException {
    List<Sha256> hashes = new ArrayList<>(path.size());
    for (byte[] hash : path) {
      hashes.add(MerkleHash.parse(hash));
    }
    return new InclusionProof(leafIndex, hashes);
  }

  /**
   * Returns normally only if the leaf stands at this index of the tree with this size and root.
   *
   * @param leafHash the hash of the leaf, computed by the caller from the entry's bytes
   * @param treeSize the size of the tree, from its signed checkpoint
   * @param root the root of the tree, from the same checkpoint
   * @throws ProofException with the check that failed
   */
  public void verify(Sha256 leafHash, long treeSize, Sha256 root) throws ProofException {
    Sha256 computed = root(leafHash, treeSize);
    if (!computed.equals(root)) {
      throw new ProofException(Reason.ROOT_DIFFERS, "the proof leads to the root " + computed);
    }
  }

  private Sha256 root(Sha256 leafHash, long treeSize) throws ProofException {
    checkRange(treeSize);
    long node = leafIndex;
    long last = treeSize - 1;
    Sha256 hash = leafHash;
    for (Sha256 sibling : path) {
      if (last == 0) {
        throw new ProofException(Reason.PROOF_TOO_LONG, "the proof goes on above the root");
      }
      if ((node & 1) == 1 || node == last) {
        hash = MerkleHash.inner(sibling, hash);
        // A right edge node without a sibling on some levels stands for itself there.
        while ((node & 1) == 0 && node != 0) {
          node >>>= 1;
          last >>>= 1;
        }
      } else {
        hash = MerkleHash.inner(hash, sibling);
      }
      node >>>= 1;
      last >>>= 1;
    }
    if (last != 0) {
      throw new ProofException(Reason.PROOF_TOO_SHORT, "the proof ends below the root");
    }
    return hash;
  }

  private void checkRange(long treeSize) throws ProofException {
    if (treeSize < 0) {
      throw new ProofException(Reason.SIZE_OUT_OF_RANGE, "no tree has the size " + treeSize);
    }
    if (leafIndex < 0 || leafIndex >= treeSize) {
      throw new ProofException(
          Reason.INDEX_OUT_OF_RANGE, "a tree of " + treeSize + " has no leaf " + leafIndex);
    }
  }
}
