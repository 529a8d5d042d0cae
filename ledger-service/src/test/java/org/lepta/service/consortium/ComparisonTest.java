package org.lepta.service.consortium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lepta.service.indexing.read.BlockRoot;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.transparency.proof.MerkleHash;

/** Two logs of three leaves a block. */
final class ComparisonTest {

  private static final int LEAVES = 3;

  /** A log with chained roots, whose blocks and leaves may part from others at some place. */
  private record Chain(long height, long otherBlock, long otherLeaf, List<Long> asked)
      implements RootSource {

    static Chain of(long height) {
      return new Chain(height, Long.MAX_VALUE, Long.MAX_VALUE, new ArrayList<>());
    }

    Chain otherBlockFrom(long block) {
      return new Chain(height, block, otherLeaf, asked);
    }

    Chain otherLeaf(long leaf) {
      return new Chain(height, otherBlock, leaf, asked);
    }

    @Override
    public Optional<BlockRoot> at(long wanted) {
      asked.add(wanted);
      if (wanted > height) {
        return Optional.empty();
      }
      if (wanted == 0) {
        return Optional.of(new BlockRoot(0, 0, MerkleHash.EMPTY, null));
      }
      long size = wanted * LEAVES;
      boolean fork = wanted > otherBlock;
      return Optional.of(
          new BlockRoot(
              wanted, size, hash("root", size, size > otherLeaf), hash("header", wanted, fork)));
    }

    @Override
    public Optional<Sha256> leafHash(long leaf) {
      return leaf >= height * LEAVES
          ? Optional.empty()
          : Optional.of(hash("leaf", leaf, leaf == otherLeaf));
    }

    private static Sha256 hash(String what, long number, boolean other) {
      String text = what + number + other;
      return Sha256.digest(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static Comparison.Result compare(Chain own, Chain theirs) throws Exception {
    return new Comparison(own, theirs).run(own.height(), theirs.height());
  }

  @Test
  void equalLogsOfOneHeightAgree() throws Exception {
    assertThat(compare(Chain.of(7), Chain.of(7)))
        .isEqualTo(new Comparison.Result(Stand.AGREES, 7, 21, null));
  }

  @Test
  void emptyLogsAgree() throws Exception {
    assertThat(compare(Chain.of(0), Chain.of(0)))
        .isEqualTo(new Comparison.Result(Stand.AGREES, 0, 0, null));
  }

  @Test
  void aShorterEqualLogIsBehindAndALongerOneAhead() throws Exception {
    assertThat(compare(Chain.of(7), Chain.of(5)))
        .isEqualTo(new Comparison.Result(Stand.BEHIND, 5, 15, null));
    assertThat(compare(Chain.of(5), Chain.of(7)))
        .isEqualTo(new Comparison.Result(Stand.AHEAD, 5, 15, null));
  }

  @Test
  void theFirstDifferingLeafOfTheFirstDifferingBlockIsFoundWhereverItIs() throws Exception {
    for (long leaf = 0; leaf < 60; leaf++) {
      Comparison.Result result = compare(Chain.of(20), Chain.of(25).otherLeaf(leaf));

      long block = leaf / LEAVES;
      assertThat(result)
          .isEqualTo(
              new Comparison.Result(
                  Stand.DIFFERS,
                  block,
                  block * LEAVES,
                  new FirstDifference(block + 1, false, leaf)));
    }
  }

  @Test
  void anotherBlockIsToldFromAnotherLeaf() throws Exception {
    assertThat(compare(Chain.of(20), Chain.of(20).otherBlockFrom(12)))
        .isEqualTo(
            new Comparison.Result(Stand.DIFFERS, 12, 36, new FirstDifference(13, true, null)));
  }

  @Test
  void anotherFirstBlockIsAnotherLedger() throws Exception {
    assertThat(compare(Chain.of(20), Chain.of(20).otherBlockFrom(0)))
        .isEqualTo(new Comparison.Result(Stand.OTHER_LEDGER, 0, 0, null));
  }

  @Test
  void aMillionBlocksTakeAFewQuestions() throws Exception {
    Chain theirs = Chain.of(1_000_000).otherLeaf(1_234_567);

    assertThat(compare(Chain.of(1_000_000), theirs).difference())
        .isEqualTo(new FirstDifference(411_523, false, 1_234_567L));
    assertThat(theirs.asked()).hasSizeLessThan(30);
  }

  @Test
  void aClaimedHeightWithoutItsRootIsNoAnswer() {
    assertThatThrownBy(() -> new Comparison(Chain.of(9), Chain.of(3)).run(9, 8))
        .isInstanceOf(NoAnswerException.class);
  }
}
