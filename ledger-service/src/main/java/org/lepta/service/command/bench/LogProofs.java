package org.lepta.service.command.bench;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.lepta.service.transparency.proof.Checkpoint;
import org.lepta.service.transparency.proof.InclusionProof;
import org.lepta.service.transparency.proof.LogProof;
import org.lepta.service.transparency.proof.MerkleHash;
import org.lepta.service.transparency.proof.NoteSigner;
import org.lepta.service.transparency.proof.NoteText;
import org.lepta.service.transparency.proof.ProofException;
import org.lepta.service.transparency.proof.SignedNote;
import org.lepta.service.transparency.tiles.TileTree;

/**
 * Proofs of entries that were drawn at random, made from the files of a log, each verified.
 *
 * @param count how many
 * @param longest bytes of the longest file
 */
record LogProofs(int count, int longest, double medianMillis, double p99Millis) {

  private static final int COUNT = 1_000;
  private static final long SEED = 20261127;
  private static final Instant COSIGNED = Instant.parse("2026-03-01T00:00:00Z");

  static LogProofs of(GrowingLog log) {
    SignedNote checkpoint = checkpoint(log);
    Random random = new Random(SEED);
    long[] nanos = new long[COUNT];
    int longest = 0;
    for (int i = 0; i < COUNT; i++) {
      long index = random.nextLong(log.size());
      long begun = System.nanoTime();
      TileTree tree = new TileTree(log.files(), log.size());
      InclusionProof proof = tree.tree().inclusion(index, log.size());
      byte[] file = new LogProof(proof, checkpoint).bytes();
      nanos[i] = System.nanoTime() - begun;
      longest = Math.max(longest, file.length);
      verify(log, proof, tree.leaf(index));
    }
    Arrays.sort(nanos);
    return new LogProofs(COUNT, longest, nanos[COUNT / 2] / 1e6, nanos[COUNT * 99 / 100] / 1e6);
  }

  private static void verify(GrowingLog log, InclusionProof proof, byte[] leaf) {
    try {
      proof.verify(MerkleHash.leaf(leaf), log.size(), log.root());
    } catch (ProofException e) {
      throw new IllegalStateException("a proof does not hold", e);
    }
  }

  private static SignedNote checkpoint(GrowingLog log) {
    String origin = "ledger.example/donations/2026";
    NoteSigner signer = NoteSigner.ofLog(origin, seed(1));
    NoteSigner witness = NoteSigner.ofWitness("witness.example/w1", seed(2));
    NoteText text = new Checkpoint(origin, log.size(), log.root()).text();
    SignedNote signed = new SignedNote(text, List.of(signer.sign(text)));
    return signed.with(witness.cosign(text, COSIGNED));
  }

  private static byte[] seed(int number) {
    byte[] seed = new byte[NoteSigner.SEED_BYTES];
    Arrays.fill(seed, (byte) number);
    return seed;
  }
}
