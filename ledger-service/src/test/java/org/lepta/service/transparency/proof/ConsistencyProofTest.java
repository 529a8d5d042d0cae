package org.lepta.service.transparency.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lepta.service.transparency.proof.Samples.consistencyShape;
import static org.lepta.service.transparency.proof.Samples.flip;
import static org.lepta.service.transparency.proof.Samples.with;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.transparency.proof.ProofException.Reason;

class ConsistencyProofTest {

  private static final int ALL_SIZES_TO = 257;

  private final MerkleTree tree = MemoryTree.of(ALL_SIZES_TO, Samples::entry);
  private final Random random = new Random(20264);

  @Test
  void everyPairOfSizesProvesAndNothingElseDoes() {
    for (int newSize = 0; newSize <= ALL_SIZES_TO; newSize++) {
      for (int oldSize = 0; oldSize <= newSize; oldSize++) {
        Case c = new Case(tree, oldSize, newSize);
        assertThat(c.verdict()).isNull();
        assertFlippedBitFails(c, random.nextInt(256));
        assertOtherLengthsFail(c);
      }
    }
  }

  @Test
  void everySingleBitCounts() {
    for (int newSize : new int[] {2, 3, 7, 8, 13, 33}) {
      for (int oldSize = 0; oldSize <= newSize; oldSize++) {
        Case c = new Case(tree, oldSize, newSize);
        for (int bit = 0; bit < 256; bit++) {
          assertFlippedBitFails(c, bit);
        }
      }
    }
  }

  /** A proof fixes the sizes only as far as the walk differs; the checkpoints fix the rest. */
  @Test
  void otherSizesFailUnlessTheWalkIsTheSame() {
    for (int newSize = 1; newSize <= 20; newSize++) {
      for (int oldSize = 1; oldSize < newSize; oldSize++) {
        Case c = new Case(tree, oldSize, newSize);
        String shape = consistencyShape(oldSize, newSize, true);
        for (int otherNew = -1; otherNew <= 22; otherNew++) {
          for (int otherOld = -1; otherOld <= 22; otherOld++) {
            boolean same =
                otherOld > 0
                    && otherOld < otherNew
                    && consistencyShape(otherOld, otherNew, true).equals(shape);
            assertThat(c.verdict(otherOld, otherNew) == null).isEqualTo(same);
          }
        }
      }
    }
  }

  @Test
  void largeTreesProveToo() {
    int largest = 1 << 20;
    MerkleTree large = MemoryTree.of(largest, Samples::entry);
    for (int n = 0; n < 3_000; n++) {
      int newSize = 1 + random.nextInt(largest);
      Case c = new Case(large, random.nextInt(newSize + 1), newSize);
      assertThat(c.verdict()).isNull();
      assertFlippedBitFails(c, random.nextInt(256));
      assertOtherLengthsFail(c);
    }
  }

  @Test
  void twoTreesThatPartWaysHaveNoProof() {
    MerkleTree fork = MemoryTree.of(20, i -> Samples.entry(i == 5 ? 999 : i));
    for (int oldSize = 6; oldSize <= 20; oldSize++) {
      for (int newSize = oldSize; newSize <= 20; newSize++) {
        Case honest = new Case(tree, oldSize, newSize);
        Case forked = new Case(fork, oldSize, newSize);
        assertThat(verdict(forked.proof, honest.old(), forked.now())).isNotNull();
        assertThat(verdict(honest.proof, honest.old(), forked.now())).isNotNull();
      }
    }
  }

  @Test
  void theReasonNamesTheFailedCheck() {
    Case c = new Case(tree, 3, 7);
    assertThat(c.verdict(7, 3)).isEqualTo(Reason.SIZE_OUT_OF_RANGE);
    assertThat(c.verdict(-1, 7)).isEqualTo(Reason.SIZE_OUT_OF_RANGE);
    assertThat(c.verdict(0, 7)).isEqualTo(Reason.OLD_ROOT_DIFFERS);
    assertThat(c.verdict(3, Long.MAX_VALUE)).isEqualTo(Reason.PROOF_TOO_SHORT);
    assertThat(c.verdict(3, 4)).isEqualTo(Reason.PROOF_TOO_LONG);
    assertThat(c.verdict(7, 7)).isEqualTo(Reason.PROOF_TOO_LONG);
    assertThatThrownBy(() -> ConsistencyProof.parse(List.of(new byte[33])))
        .isInstanceOfSatisfying(
            ProofException.class,
            e -> assertThat(e.reason()).isEqualTo(Reason.MALFORMED_HASH));
  }

  @Test
  void theBuilderRefusesSizesThatAreNotThere() {
    assertThatThrownBy(() -> tree.consistency(-1, 5)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> tree.consistency(6, 5)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> tree.consistency(6, 258))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  private static void assertFlippedBitFails(Case c, int bit) {
    Head old = c.old();
    Head now = c.now();
    if (c.oldSize > 0) {
      assertThat(verdict(c.proof, old.flipped(bit), now)).isNotNull();
      assertThat(verdict(c.proof, old, now.flipped(bit))).isEqualTo(Reason.ROOT_DIFFERS);
    } else {
      assertThat(verdict(c.proof, old.flipped(bit), now)).isEqualTo(Reason.OLD_ROOT_DIFFERS);
    }
    List<Sha256> path = c.proof.path();
    for (int at = 0; at < path.size(); at++) {
      List<Sha256> changed = with(path, at, flip(path.get(at), bit));
      assertThat(c.verdict(changed)).isNotNull();
    }
  }

  private static void assertOtherLengthsFail(Case c) {
    List<Sha256> path = c.proof.path();
    if (!path.isEmpty()) {
      assertThat(c.verdict(path.subList(0, path.size() - 1))).isEqualTo(Reason.PROOF_TOO_SHORT);
      assertThat(c.verdict(path.subList(1, path.size()))).isEqualTo(Reason.PROOF_TOO_SHORT);
    }
    List<Sha256> longer = new ArrayList<>(path);
    longer.add(c.newRoot);
    assertThat(c.verdict(longer)).isEqualTo(Reason.PROOF_TOO_LONG);
  }

  private static @Nullable Reason verdict(ConsistencyProof proof, Head old, Head now) {
    try {
      proof.verify(old.size, old.root, now.size, now.root);
      return null;
    } catch (ProofException e) {
      return e.reason();
    }
  }

  private record Head(long size, Sha256 root) {

    Head flipped(int bit) {
      return new Head(size, flip(root, bit));
    }
  }

  private static final class Case {

    private final long oldSize;
    private final Sha256 oldRoot;
    private final long newSize;
    private final Sha256 newRoot;
    private final ConsistencyProof proof;

    Case(MerkleTree tree, long oldSize, long newSize) {
      this.oldSize = oldSize;
      this.oldRoot = tree.root(oldSize);
      this.newSize = newSize;
      this.newRoot = tree.root(newSize);
      this.proof = tree.consistency(oldSize, newSize);
    }

    Head old() {
      return new Head(oldSize, oldRoot);
    }

    Head now() {
      return new Head(newSize, newRoot);
    }

    @Nullable Reason verdict() {
      return ConsistencyProofTest.verdict(proof, old(), now());
    }

    @Nullable Reason verdict(List<Sha256> path) {
      return ConsistencyProofTest.verdict(new ConsistencyProof(path), old(), now());
    }

    @Nullable Reason verdict(long otherOld, long otherNew) {
      return ConsistencyProofTest.verdict(
          proof, new Head(otherOld, oldRoot), new Head(otherNew, newRoot));
    }
  }
}
