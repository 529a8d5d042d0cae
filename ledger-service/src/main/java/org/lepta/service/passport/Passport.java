package org.lepta.service.passport;

import java.util.List;
import org.lepta.service.trail.Trail;
import org.lepta.service.transparency.SaltedText;
import org.lepta.service.transparency.proof.InclusionProof;
import org.lepta.service.transparency.proof.SignedNote;

/**
 * One gift with all that belongs to it, under one checkpoint, as the file says it: nothing of it is
 * verified; see {@link PassportVerifier}.
 *
 * @param checkpoint the signed note that all proofs lead to
 * @param gift leaf index of the donation
 * @param leaves ascending by index
 * @param texts whose salted hashes stand in the leaves
 * @param trail of the gift, at the size of the checkpoint
 * @param leftOut entries that belong here and were too many
 */
public record Passport(
    SignedNote checkpoint,
    long gift,
    List<ProvenLeaf> leaves,
    List<SaltedText> texts,
    Trail trail,
    long leftOut) {

  /** What the file calls its form. */
  public static final String FORMAT = "lepta-passport/v1";

  /** The most bytes of a file. */
  public static final int MAX_BYTES = 16 * 1024 * 1024;

  /** The most leaves in one. */
  public static final int MAX_LEAVES = 2_000;

  /** The end of the name of such a file. */
  public static final String EXTENSION = ".passport.json";

  /** The end of the name of one that checks itself in a browser. */
  public static final String PAGE_EXTENSION = ".passport.html";

  public Passport {
    leaves = List.copyOf(leaves);
    texts = List.copyOf(texts);
  }

  /**
   * An entry with its proof.
   *
   * @param bytes of the leaf, exactly
   * @param proof where it stands
   */
  // The bytes go from the file to the hash and are never compared.
  @SuppressWarnings("ArrayRecordComponent")
  public record ProvenLeaf(byte[] bytes, InclusionProof proof) {}
}
