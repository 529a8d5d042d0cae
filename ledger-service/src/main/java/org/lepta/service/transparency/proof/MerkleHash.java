package org.lepta.service.transparency.proof;

import org.lepta.service.kernel.Sha256;

/** The three hash functions of the tree (RFC 6962 section 2.1). */
public final class MerkleHash {

  /** The root of the tree without leaves: the hash of nothing. */
  public static final Sha256 EMPTY = Sha256.digest();

  private static final byte LEAF_PREFIX = 0;
  private static final byte INNER_PREFIX = 1;

  private MerkleHash() {}

  /** Returns the hash of a leaf over the exact bytes of its entry. */
  public static Sha256 leaf(byte[] entry) {
    return Sha256.digester().update(LEAF_PREFIX).update(entry).finish();
  }

  /** Returns the hash of the node over its two children. */
  public static Sha256 inner(Sha256 left, Sha256 right) {
    return Sha256.digester().update(INNER_PREFIX).update(left).update(right).finish();
  }

  /**
   * Takes a hash that came from outside.
   *
   * @throws ProofException with {@link ProofException.Reason#MALFORMED_HASH} if it has not 32 bytes
   */
  public static Sha256 parse(byte[] bytes) throws ProofException {
    if (bytes.length != Sha256.LENGTH) {
      throw new ProofException(
          ProofException.Reason.MALFORMED_HASH, "a hash has 32 bytes, not " + bytes.length);
    }
    return Sha256.of(bytes);
  }
}
