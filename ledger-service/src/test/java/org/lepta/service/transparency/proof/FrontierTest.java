package org.lepta.service.transparency.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.lepta.service.transparency.proof.Samples.entry;
import static org.lepta.service.transparency.proof.Samples.leafHashes;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lepta.service.kernel.Sha256;

class FrontierTest {

  @Test
  void knownHashesOfNothingAndOfTheEmptyEntry() {
    assertThat(Frontier.empty().root().hex())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assertThat(MerkleHash.leaf(new byte[0]).hex())
        .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
  }

  @ParameterizedTest
  @CsvSource({
    "1, YcB5oEOJsccVLAck1JHVWOFUbQgUblDYWG2wPl3r5DM=",
    "2, YASvx52A/11wZhzEj8NmHiy/mod6QwVxFMxdW55G5Ng=",
    "3, sbCFQlU8Sw0xWvB1F8O+Oq8594Qu4rCOLZ9jJ+wSMSs=",
    "255, Ry5lip0jSjOSMr1CLCevfcQZt+r+k2Oj41SE033i1Ms=",
    "256, zQ3c1lbIbnrZMVaTwvsLBJMuDyPddwYr0x2Apa7hGAc=",
    "257, 0QZyZq1Tm6Z3q18DcBB8vLjEuYJ0oKR/IdWRbkJjwZw=",
    "65536, DM5aNx+CbaRA8FxOsSRy8ZcTUVVZW5sYxNknxzmcAdg=",
    "70000, fcAEQy+weUMHTSLO2fF99tmj20IaxEH5fJTvqRHFCM8="
  })
  void goldenRootsThatForeignProgramsConfirmed(int size, String root) {
    Frontier frontier = Frontier.empty();
    frontier.appendAll(leafHashes(size));

    assertThat(frontier.size()).isEqualTo(size);
    assertThat(Base64.getEncoder().encodeToString(frontier.root().bytes())).isEqualTo(root);
    assertThat(MemoryTree.of(size, Samples::entry).root(size)).isEqualTo(frontier.root());
  }

  @Test
  void everySizeHasTheRootOfTheDefinition() {
    List<Sha256> hashes = leafHashes(1_025);
    MerkleTree tree = MemoryTree.of(1_025, Samples::entry);
    Frontier frontier = Frontier.empty();

    for (int size = 0; size <= 1_025; size++) {
      assertThat(frontier.root())
          .isEqualTo(Samples.root(hashes.subList(0, size)))
          .isEqualTo(tree.root(size));
      if (size < 1_025) {
        frontier.append(hashes.get(size));
      }
    }
  }

  @Test
  void aCopyGrowsOnItsOwn() {
    Frontier frontier = Frontier.empty();
    frontier.append(MerkleHash.leaf(entry(0)));
    Frontier copy = frontier.copy();

    copy.append(MerkleHash.leaf(entry(1)));

    assertThat(frontier.size()).isEqualTo(1);
    assertThat(frontier.root()).isEqualTo(MerkleHash.leaf(entry(0)));
    assertThat(copy.size()).isEqualTo(2);
  }

  @Nested
  class StoredForm {

    @Test
    void everySizeComesBackAndGoesOn() {
      Frontier straight = Frontier.empty();
      for (int size = 0; size <= 600; size++) {
        Frontier read = Frontier.fromBytes(straight.toBytes());
        assertThat(read.root()).isEqualTo(straight.root());
        assertThat(read.toBytes()).isEqualTo(straight.toBytes());

        straight.append(MerkleHash.leaf(entry(size)));
        read.append(MerkleHash.leaf(entry(size)));
        assertThat(read.root()).isEqualTo(straight.root());
      }
    }

    @Test
    void holdsFormatSizeAndSubtreesLargestFirst() {
      Frontier frontier = Frontier.empty();
      frontier.appendAll(leafHashes(3));

      byte[] bytes = frontier.toBytes();

      assertThat(bytes).hasSize(9 + 64).startsWith(1, 0, 0, 0, 0, 0, 0, 0, 3);
      assertThat(Arrays.copyOfRange(bytes, 41, 73)).isEqualTo(leafHashes(3).get(2).bytes());
    }

    @Test
    void refusesOtherFormatsAndLengths() {
      Frontier frontier = Frontier.empty();
      frontier.appendAll(leafHashes(5));
      byte[] bytes = frontier.toBytes();
      byte[] otherFormat = bytes.clone();
      otherFormat[0] = 2;
      byte[] otherSize = bytes.clone();
      otherSize[8] = 7;
      byte[] negative = bytes.clone();
      negative[1] = (byte) 0x80;

      assertRefused(new byte[0]);
      assertRefused(new byte[] {1});
      assertRefused(otherFormat);
      assertRefused(otherSize);
      assertRefused(negative);
      assertRefused(Arrays.copyOf(bytes, bytes.length - 1));
      assertRefused(Arrays.copyOf(bytes, bytes.length + 1));
    }

    private static void assertRefused(byte[] bytes) {
      assertThatIllegalArgumentException().isThrownBy(() -> Frontier.fromBytes(bytes));
    }
  }
}
