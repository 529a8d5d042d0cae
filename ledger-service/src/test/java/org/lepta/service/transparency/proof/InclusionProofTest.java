package org.lepta.service.transparency.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lepta.service.transparency.proof.Samples.flip;
import static org.lepta.service.transparency.proof.Samples.inclusionShape;
import static org.lepta.service.transparency.proof.Samples.with;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.transparency.proof.ProofException.Reason;

class InclusionProofTest {

  private static final int ALL_SIZES_TO = 257;

  private final MerkleTree tree = MemoryTree.of(ALL_SIZES_TO, Samples::entry);
  private final Random random = new Random(20263);

  @Test
  void everyLeafOfEverySizeProvesAndNothingElseDoes() {
    for (int size = 1; size <= ALL_SIZES_TO; size++) {
      for (int index = 0; index < size; index++) {
        Case c = new Case(tree, index, size);
        assertThat(c.verdict()).isNull();
        assertThat(c.proof.path()).hasSize(inclusionShape(index, size).length());
        assertOneFlippedBitPerHashFails(c);
        assertOtherLengthsFail(c);
        assertOtherIndexesFail(c);
        assertOtherSizesFailUnlessTheWalkIsTheSame(c);
      }
    }
  }

  @Test
  void everySingleBitCounts() {
    for (int size : new int[] {1, 2, 3, 7, 8, 13, 33}) {
      for (int index = 0; index < size; index++) {
        Case c = new Case(tree, index, size);
        for (int bit = 0; bit < 256; bit++) {
          assertFlippedBitFails(c, bit);
        }
      }
    }
  }

  @Test
  void largeTreesProveToo() {
    int largest = 1 << 20;
    MerkleTree large = MemoryTree.of(largest, Samples::entry);
    for (int n = 0; n < 10_000; n++) {
      int size = 1 + random.nextInt(largest);
      Case c = new Case(large, random.nextInt(size), size);
      assertThat(c.verdict()).isNull();
      assertOneFlippedBitPerHashFails(c);
      assertOtherLengthsFail(c);
    }
  }

  @Test
  void theReasonNamesTheFailedCheck() {
    Case c = new Case(tree, 3, 7);
    assertThat(c.verdict(3, 0)).isEqualTo(Reason.INDEX_OUT_OF_RANGE);
    assertThat(c.verdict(3, -1)).isEqualTo(Reason.SIZE_OUT_OF_RANGE);
    assertThat(c.verdict(7, 7)).isEqualTo(Reason.INDEX_OUT_OF_RANGE);
    assertThat(c.verdict(-1, 7)).isEqualTo(Reason.INDEX_OUT_OF_RANGE);
    assertThat(c.verdict(Long.MAX_VALUE, 7)).isEqualTo(Reason.INDEX_OUT_OF_RANGE);
    assertThat(c.verdict(3, Long.MAX_VALUE)).isEqualTo(Reason.PROOF_TOO_SHORT);
    assertThat(c.verdict(3, 4)).isEqualTo(Reason.PROOF_TOO_LONG);
    assertThat(c.verdict(2, 7)).isEqualTo(Reason.ROOT_DIFFERS);
    assertThatThrownBy(() -> InclusionProof.parse(0, List.of(new byte[31])))
        .isInstanceOfSatisfying(
            ProofException.class,
            e -> assertThat(e.reason()).isEqualTo(Reason.MALFORMED_HASH));
  }

  @Test
  void theBuilderRefusesLeavesAndSizesThatAreNotThere() {
    assertThatThrownBy(() -> tree.inclusion(0, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> tree.inclusion(5, 5)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> tree.inclusion(-1, 5)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> tree.inclusion(0, 258)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> tree.root(258)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  private void assertOneFlippedBitPerHashFails(Case c) {
    assertFlippedBitFails(c, random.nextInt(256));
  }

  private static void assertFlippedBitFails(Case c, int bit) {
    assertThat(verdict(c.proof, flip(c.leafHash, bit), c.size, c.root))
        .isEqualTo(Reason.ROOT_DIFFERS);
    assertThat(verdict(c.proof, c.leafHash, c.size, flip(c.root, bit)))
        .isEqualTo(Reason.ROOT_DIFFERS);
    List<Sha256> path = c.proof.path();
    for (int at = 0; at < path.size(); at++) {
      List<Sha256> changed = with(path, at, flip(path.get(at), bit));
      assertThat(c.verdict(changed)).isEqualTo(Reason.ROOT_DIFFERS);
    }
  }

  private static void assertOtherLengthsFail(Case c) {
    List<Sha256> path = c.proof.path();
    if (!path.isEmpty()) {
      assertThat(c.verdict(path.subList(0, path.size() - 1))).isEqualTo(Reason.PROOF_TOO_SHORT);
      assertThat(c.verdict(path.subList(1, path.size()))).isEqualTo(Reason.PROOF_TOO_SHORT);
    }
    List<Sha256> longer = new ArrayList<>(path);
    longer.add(c.root);
    assertThat(c.verdict(longer)).isEqualTo(Reason.PROOF_TOO_LONG);
  }

  private void assertOtherIndexesFail(Case c) {
    for (long other : others(c.proof.leafIndex(), c.size)) {
      if (other != c.proof.leafIndex()) {
        assertThat(c.verdict(other, c.size)).isNotNull();
      }
    }
  }

  /** A proof fixes the size only as far as the walk differs; the checkpoint fixes the rest. */
  private void assertOtherSizesFailUnlessTheWalkIsTheSame(Case c) {
    String shape = inclusionShape(c.proof.leafIndex(), c.size);
    for (long other : others(c.size, ALL_SIZES_TO + 2)) {
      boolean same =
          other > c.proof.leafIndex()
              && inclusionShape(c.proof.leafIndex(), other).equals(shape);
      assertThat(c.verdict(c.proof.leafIndex(), other) == null).isEqualTo(same);
    }
  }

  /** All values around small ones, else the neighbours and a seeded sample. */
  private long[] others(long value, long limit) {
    return value <= 32
        ? LongStream.rangeClosed(-1, Math.min(limit, 70)).toArray()
        : LongStream.concat(
                LongStream.of(-1, 0, value - 1, value + 1, limit), random.longs(5, 0, limit))
            .toArray();
  }

  private static @Nullable Reason verdict(
      InclusionProof proof, Sha256 leafHash, long size, Sha256 root) {
    try {
      proof.verify(leafHash, size, root);
      return null;
    } catch (ProofException e) {
      return e.reason();
    }
  }

  private static final class Case {

    private final long size;
    private final Sha256 leafHash;
    private final Sha256 root;
    private final InclusionProof proof;

    Case(MerkleTree tree, long index, long size) {
      this.size = size;
      this.leafHash = tree.source().subtree(0, index);
      this.root = tree.root(size);
      this.proof = tree.inclusion(index, size);
    }

    @Nullable Reason verdict() {
      return InclusionProofTest.verdict(proof, leafHash, size, root);
    }

    @Nullable Reason verdict(List<Sha256> path) {
      InclusionProof changed = new InclusionProof(proof.leafIndex(), path);
      return InclusionProofTest.verdict(changed, leafHash, size, root);
    }

    @Nullable Reason verdict(long otherIndex, long otherSize) {
      InclusionProof changed = new InclusionProof(otherIndex, proof.path());
      return InclusionProofTest.verdict(changed, leafHash, otherSize, root);
    }
  }
}
