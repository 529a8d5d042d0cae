package org.lepta.service.transparency.proof;

import java.util.ArrayList;
import java.util.List;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.transparency.proof.ProofException.Reason;

/**
 * Proves that a tree begins with all leaves of an older one (RFC 9162 section 2.1.4).
 *
 * @param path the hashes of the proof, deepest first
 */
public record ConsistencyProof(List<Sha256> path) {

  /** Copies the path. */
  public ConsistencyProof {
    path = List.copyOf(path);
  }

  /**
   * Takes a proof that came from outside.
   *
   * @throws ProofException if a hash has not 32 bytes
   */
  public static ConsistencyProof parse(List<byte[]> path) throws ProofException {
    List<Sha256> hashes = new ArrayList<>(path.size());
    for (byte[] hash : path) {
      hashes.add(MerkleHash.parse(hash));
    }
    return new ConsistencyProof(hashes);
  }

  /**
   * Returns normally only if the new tree extends the old one without changing a leaf of it.
   *
   * <p>Every tree extends the empty one: from size 0 the proof must be empty and the old root must
   * be {@link MerkleHash#EMPTY}. Between equal sizes it must be empty and the roots equal.
   *
   * @param oldSize the size of the older tree, from its signed checkpoint
   * @param oldRoot the root of the older tree
   * @param newSize the size of the newer tree, from its signed checkpoint
   * @param newRoot the root of the newer tree
   * @throws ProofException with the check that failed
   */
  public void verify(long oldSize, Sha256 oldRoot, long newSize, Sha256 newRoot)
      throws ProofException {
    if (oldSize < 0 || newSize < oldSize) {
      throw new ProofException(
          Reason.SIZE_OUT_OF_RANGE, "a tree cannot go from " + oldSize + " to " + newSize);
    }
    checkEmptyTree(oldSize, oldRoot, Reason.OLD_ROOT_DIFFERS);
    checkEmptyTree(newSize, newRoot, Reason.ROOT_DIFFERS);
    if (oldSize == newSize || oldSize == 0) {
      checkEmptyPath();
      if (oldSize == newSize && !oldRoot.equals(newRoot)) {
        throw new ProofException(Reason.ROOT_DIFFERS, "two roots of one size differ");
      }
      return;
    }
    verifyPath(oldSize, oldRoot, newSize, newRoot);
  }

  private void verifyPath(long oldSize, Sha256 oldRoot, long newSize, Sha256 newRoot)
      throws ProofException {
    if (path.isEmpty()) {
      throw new ProofException(Reason.PROOF_TOO_SHORT, "the proof is empty");
    }
    boolean oldIsWholeSubtree = Long.bitCount(oldSize) == 1;
    Sha256 seed = oldIsWholeSubtree ? oldRoot : path.getFirst();
    List<Sha256> rest = oldIsWholeSubtree ? path : path.subList(1, path.size());
    int skipped = Long.numberOfTrailingZeros(oldSize);
    Fold fold = new Fold((oldSize - 1) >>> skipped, (newSize - 1) >>> skipped, seed);
    for (Sha256 sibling : rest) {
      fold.up(sibling);
    }
    fold.check(oldRoot, newRoot);
  }

  private void checkEmptyPath() throws ProofException {
    if (!path.isEmpty()) {
      throw new ProofException(Reason.PROOF_TOO_LONG, "a proof over nothing has no hashes");
    }
  }

  private static void checkEmptyTree(long size, Sha256 root, Reason reason)
      throws ProofException {
    if (size == 0 && !root.equals(MerkleHash.EMPTY)) {
      throw new ProofException(reason, "the empty tree has another root");
    }
  }

  /** The walk to both roots at once; old and new part ways where a sibling is new. */
  private static final class Fold {

    private long node;
    private long last;
    private Sha256 oldHash;
    private Sha256 newHash;

    Fold(long node, long last, Sha256 seed) {
      this.node = node;
      this.last = last;
      this.oldHash = seed;
      this.newHash = seed;
    }

    void up(Sha256 sibling) throws ProofException {
      if (last == 0) {
        throw new ProofException(Reason.PROOF_TOO_LONG, "the proof goes on above the root");
      }
      if ((node & 1) == 1 || node == last) {
        oldHash = MerkleHash.inner(sibling, oldHash);
        newHash = MerkleHash.inner(sibling, newHash);
        while ((node & 1) == 0 && node != 0) {
          node >>>= 1;
          last >>>= 1;
        }
      } else {
        newHash = MerkleHash.inner(newHash, sibling);
      }
      node >>>= 1;
      last >>>= 1;
    }

    void check(Sha256 oldRoot, Sha256 newRoot) throws ProofException {
      if (last != 0) {
        throw new ProofException(Reason.PROOF_TOO_SHORT, "the proof ends below the root");
      }
      if (!oldHash.equals(oldRoot)) {
        throw new ProofException(
            Reason.OLD_ROOT_DIFFERS, "the proof leads to the old root " + oldHash);
      }
      if (!newHash.equals(newRoot)) {
        throw new ProofException(Reason.ROOT_DIFFERS, "the proof leads to the root " + newHash);
      }
    }
  }
}
