package org.lepta.service.transparency.witness;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.transparency.proof.Checkpoint;
import org.lepta.service.transparency.proof.MerkleHash;
import org.lepta.service.transparency.proof.MerkleTree;
import org.lepta.service.transparency.proof.NoteSignature;
import org.lepta.service.transparency.proof.NoteSigner;
import org.lepta.service.transparency.proof.SignedNote;
import org.lepta.service.transparency.proof.SubtreeHashes;
import org.lepta.service.transparency.proof.WitnessRequest;

/** A log in memory that asks for cosignatures. */
final class GrowingLog implements SubtreeHashes {

  static final String ORIGIN = "log.example.org/gifts";
  static final NoteSigner KEY = NoteSigner.ofLog(ORIGIN, seed(1));

  private final List<Sha256> leaves = new ArrayList<>();

  static byte[] seed(int fill) {
    byte[] seed = new byte[NoteSigner.SEED_BYTES];
    Arrays.fill(seed, (byte) fill);
    return seed;
  }

  static GrowingLog of(int size) {
    return new GrowingLog().grow(size);
  }

  /** Adds leaves until there are so many. */
  GrowingLog grow(int size) {
    while (leaves.size() < size) {
      add("leaf " + leaves.size());
    }
    return this;
  }

  GrowingLog add(String leaf) {
    leaves.add(MerkleHash.leaf(leaf.getBytes(US_ASCII)));
    return this;
  }

  @Override
  public Sha256 subtree(int level, long index) {
    return level == 0
        ? leaves.get(Math.toIntExact(index))
        : MerkleHash.inner(subtree(level - 1, 2 * index), subtree(level - 1, 2 * index + 1));
  }

  MerkleTree tree() {
    return new MerkleTree(this, leaves.size());
  }

  Checkpoint checkpoint(long size) {
    return new Checkpoint(ORIGIN, size, tree().root(size));
  }

  SignedNote note(long size) {
    return note(checkpoint(size), KEY);
  }

  static SignedNote note(Checkpoint checkpoint, NoteSigner signer) {
    NoteSignature signature = signer.sign(checkpoint.text());
    return new SignedNote(checkpoint.text(), List.of(signature));
  }

  /** What it asks with. */
  byte[] request(long from, long to) {
    return new WitnessRequest(from, tree().consistency(from, to), note(to)).bytes();
  }
}
