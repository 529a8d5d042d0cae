package org.lepta.service.transparency.proof;

import java.util.ArrayList;
import java.util.List;
import org.lepta.service.kernel.Sha256;

/** Receipts of the sample log, made naively. */
final class Receipts {

  private Receipts() {}

  /** A whole receipt: entry and file. */
  static final class Receipt {

    private final byte[] entry;
    private final LogProof proof;

    Receipt(byte[] entry, LogProof proof) {
      this.entry = entry.clone();
      this.proof = proof;
    }

    byte[] entry() {
      return entry.clone();
    }

    LogProof proof() {
      return proof;
    }

    byte[] file() {
      return proof.bytes();
    }
  }

  /** The receipt of one entry at a size, signed by the log and then by the others. */
  static Receipt receipt(int index, int size, NoteSigner... witnesses) {
    List<Sha256> leaves = Samples.leafHashes(size);
    NoteText text = new Checkpoint(NoteSamples.ORIGIN, size, Samples.root(leaves)).text();
    List<NoteSignature> signatures = new ArrayList<>(List.of(NoteSamples.LOG.sign(text)));
    for (NoteSigner witness : witnesses) {
      signatures.add(
          witness.verifierKey().type() == SignatureType.ED25519
              ? witness.sign(text)
              : witness.cosign(text, NoteSamples.NOON));
    }
    InclusionProof inclusion = new InclusionProof(index, path(leaves, index));
    return new Receipt(
        Samples.entry(index), new LogProof(inclusion, new SignedNote(text, signatures)));
  }

  private static List<Sha256> path(List<Sha256> leaves, int index) {
    if (leaves.size() == 1) {
      return List.of();
    }
    int split = Integer.highestOneBit(leaves.size() - 1);
    List<Sha256> left = leaves.subList(0, split);
    List<Sha256> right = leaves.subList(split, leaves.size());
    boolean inLeft = index < split;
    List<Sha256> path = new ArrayList<>(inLeft ? path(left, index) : path(right, index - split));
    path.add(Samples.root(inLeft ? right : left));
    return path;
  }
}
