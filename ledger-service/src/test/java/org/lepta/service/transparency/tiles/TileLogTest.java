package org.lepta.service.transparency.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lepta.service.transparency.tiles.TileLog.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.transparency.proof.Frontier;
import org.lepta.service.transparency.proof.MerkleHash;
import org.lepta.service.transparency.proof.ProofException;

/** Tiles and bundles in a real folder. */
class TileLogTest {

  /** Computed once by independent programs, see docs/reference/log. */
  private static final Map<Long, String> GOLDEN_ROOTS =
      Map.of(
          1L, "YcB5oEOJsccVLAck1JHVWOFUbQgUblDYWG2wPl3r5DM=",
          2L, "YASvx52A/11wZhzEj8NmHiy/mod6QwVxFMxdW55G5Ng=",
          3L, "sbCFQlU8Sw0xWvB1F8O+Oq8594Qu4rCOLZ9jJ+wSMSs=",
          255L, "Ry5lip0jSjOSMr1CLCevfcQZt+r+k2Oj41SE033i1Ms=",
          256L, "zQ3c1lbIbnrZMVaTwvsLBJMuDyPddwYr0x2Apa7hGAc=",
          257L, "0QZyZq1Tm6Z3q18DcBB8vLjEuYJ0oKR/IdWRbkJjwZw=",
          65_536L, "DM5aNx+CbaRA8FxOsSRy8ZcTUVVZW5sYxNknxzmcAdg=",
          70_000L, "fcAEQy+weUMHTSLO2fF99tmj20IaxEH5fJTvqRHFCM8=");

  @TempDir Path folder;
  private TileLog log;

  @BeforeEach
  void open() throws IOException {
    log = new TileLog(folder);
  }

  @Nested
  class Growing {

    @Test
    void everyGoldenRootComesOutOfTheTiles() throws IOException {
      long size = 0;
      for (long next : GOLDEN_ROOTS.keySet().stream().sorted().toList()) {
        log.grow(size, next);
        size = next;
        assertThat(Base64.getEncoder().encodeToString(log.root(size).bytes()))
            .as("root of " + size)
            .isEqualTo(GOLDEN_ROOTS.get(size));
      }
      for (long earlier : GOLDEN_ROOTS.keySet()) {
        assertThat(
                Base64.getEncoder()
                    .encodeToString(new TileTree(log.files(), size).tree().root(earlier).bytes()))
            .isEqualTo(GOLDEN_ROOTS.get(earlier));
      }
    }

    @Test
    void seventyThousandEntriesAre551FilesWithTheEdgesOfTheSpecification() throws IOException {
      assertThat(log.grow(0, 70_000)).isEqualTo(551);

      assertThat(log.paths())
          .hasSize(551)
          .contains(
              "tile/0/000",
              "tile/0/272",
              "tile/0/273.p/112",
              "tile/1/000",
              "tile/1/001.p/17",
              "tile/2/000.p/1",
              "tile/entries/272",
              "tile/entries/273.p/112")
          .doesNotContain("tile/0/273", "tile/1/001", "tile/2/000");
      assertThat(Files.size(folder.resolve("tile/0/000"))).isEqualTo(8_192);
      assertThat(Files.size(folder.resolve("tile/0/273.p/112"))).isEqualTo(112 * 32);
    }

    @Test
    void stepsDoNotMatter(@TempDir Path other) throws IOException {
      log.grow(0, 1_500);
      TileLog stepwise = new TileLog(other);
      Random random = new Random(4);
      for (long size = 0; size < 1_500; ) {
        long next = Math.min(1_500, size + 1 + random.nextInt(300));
        stepwise.grow(size, next);
        size = next;
      }

      assertThat(stepwise.paths()).containsAll(log.paths());
      for (String path : log.paths()) {
        assertThat(other.resolve(path)).hasSameBinaryContentAs(folder.resolve(path));
      }
    }

    @Test
    void everySizeFromOneToSixHundredHasTheRootOfItsLeaves() throws IOException {
      Frontier frontier = Frontier.empty();
      for (long size = 1; size <= 600; size++) {
        log.grow(size - 1, size);
        frontier.append(MerkleHash.leaf(entry(size - 1)));
        assertThat(log.root(size)).as("size " + size).isEqualTo(frontier.root());
      }
    }

    @Test
    void sameTilesMayBeWrittenAgainAndOthersMayNot() throws IOException {
      log.grow(0, 300);
      log.grow(0, 300);
      log.flip("tile/0/000", 77);

      assertThatThrownBy(() -> log.grow(0, 300))
          .isInstanceOf(DamagedTileException.class)
          .hasMessage("tile/0/000 holds other bytes than the ledger says");
    }

    @Test
    void entryOfAnyLengthUpTo65535BytesIsKept() throws IOException {
      Map<TilePath, byte[]> tiles = new LinkedHashMap<>();
      TileBuilder builder = TileBuilder.empty(tiles::put);
      builder.append(new byte[0]);
      builder.append(new byte[65_535]);
      builder.append(new byte[256]);
      builder.finish();
      log.files().write(tiles);

      TileTree tree = new TileTree(log.files(), 3);
      assertThat(tree.leaf(0)).isEmpty();
      assertThat(tree.leaf(1)).hasSize(65_535);
      assertThat(tree.leaf(2)).hasSize(256);
      assertThatThrownBy(() -> builder.append(new byte[65_536]))
          .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void leftoversOfAKilledRunAreGone() throws IOException {
      Files.write(folder.resolve(".staging/3"), new byte[10]);

      new TileLog(folder).grow(0, 10);

      assertThat(folder.resolve(".staging")).isEmptyDirectory();
    }
  }

  @Nested
  class Proving {

    @Test
    void everyLeafProvesFromTheFilesAlone() throws Exception {
      log.grow(0, 70_000);
      Random random = new Random(11);
      for (int i = 0; i < 300; i++) {
        long size = 1 + random.nextLong(70_000);
        long index = random.nextLong(size);
        TileTree tree = new TileTree(log.files(), 70_000);
        assertThat(tree.leaf(index)).isEqualTo(entry(index));
        tree.tree()
            .inclusion(index, size)
            .verify(MerkleHash.leaf(entry(index)), size, tree.tree().root(size));
      }
    }

    @Test
    void everyPairOfSizesIsConsistent() throws Exception {
      log.grow(0, 70_000);
      Random random = new Random(12);
      for (int i = 0; i < 300; i++) {
        long size = random.nextLong(70_001);
        long old = random.nextLong(size + 1);
        TileTree tree = new TileTree(log.files(), 70_000);
        tree.tree()
            .consistency(old, size)
            .verify(old, tree.tree().root(old), size, tree.tree().root(size));
      }
    }

    @Test
    void droppedPartialTileIsReadFromTheFullOne() throws IOException {
      log.grow(0, 200);
      Sha256 root = log.root(200);
      log.grow(200, 600);
      log.files().dropPartials(new TilePath(0, 0, TilePath.FULL));
      log.files().dropPartials(new TilePath(TilePath.ENTRIES, 0, TilePath.FULL));

      assertThat(log.paths())
          .containsExactly(
              "tile/0/000",
              "tile/0/001",
              "tile/0/002.p/88",
              "tile/1/000.p/2",
              "tile/entries/000",
              "tile/entries/001",
              "tile/entries/002.p/88");
      assertThat(log.root(200)).isEqualTo(root);
      assertThat(new TileTree(log.files(), 200).leaf(199)).isEqualTo(entry(199));
    }

    @Test
    void partialTileStaysWhileThereIsNoFullOne() throws IOException {
      log.grow(0, 200);

      log.files().dropPartials(new TilePath(0, 0, TilePath.FULL));

      assertThat(log.paths()).contains("tile/0/000.p/200");
    }
  }

  @Nested
  class Checking {

    @Test
    void whatWasWrittenHolds() throws Exception {
      log.grow(0, 300);
      Sha256 old = log.root(300);
      log.grow(300, 70_000);

      new TileCheck(log.files(), 0, 300).run(MerkleHash.EMPTY, old);
      new TileCheck(log.files(), 300, 70_000).run(old, log.root(70_000));
    }

    @Test
    void everyFlippedBitInWhatIsNewIsFound() throws Exception {
      log.grow(0, 2_000);
      List<String> before = log.paths();
      Sha256 old = log.root(2_000);
      log.grow(2_000, 9_000);
      Sha256 root = log.root(9_000);
      List<String> fresh = new ArrayList<>(log.paths());
      fresh.removeAll(before);
      Random random = new Random(2021);
      for (int i = 0; i < 200; i++) {
        String path = fresh.get(random.nextInt(fresh.size()));
        int bit = random.nextInt((int) Files.size(folder.resolve(path)) * 8);
        log.flip(path, bit);

        assertThatThrownBy(() -> new TileCheck(log.files(), 2_000, 9_000).run(old, root))
            .as(path + " bit " + bit)
            .isInstanceOfAny(DamagedTileException.class, ProofException.class);

        log.flip(path, bit);
      }
    }

    @Test
    void otherRootsAreRefused() throws IOException {
      log.grow(0, 500);

      assertThatThrownBy(
              () -> new TileCheck(log.files(), 0, 500).run(MerkleHash.EMPTY, earlier(499)))
          .isInstanceOfSatisfying(
              ProofException.class,
              e -> assertThat(e.reason()).isEqualTo(ProofException.Reason.ROOT_DIFFERS));
      assertThatThrownBy(
              () -> new TileCheck(log.files(), 300, 500).run(earlier(299), log.root(500)))
          .isInstanceOfSatisfying(
              ProofException.class,
              e -> assertThat(e.reason()).isEqualTo(ProofException.Reason.OLD_ROOT_DIFFERS));
    }

    private Sha256 earlier(long size) {
      return new TileTree(log.files(), 500).tree().root(size);
    }

    @Test
    void missingAndShortenedTilesAreNamed() throws IOException {
      log.grow(0, 600);
      Sha256 root = log.root(600);
      Files.delete(folder.resolve("tile/0/001"));

      assertThatThrownBy(() -> new TileCheck(log.files(), 0, 600).run(MerkleHash.EMPTY, root))
          .hasMessage("tile/0/001 is missing");

      Files.write(folder.resolve("tile/0/001"), new byte[8_191]);
      assertThatThrownBy(() -> new TileCheck(log.files(), 0, 600).run(MerkleHash.EMPTY, root))
          .hasMessage("tile/0/001 has 8191 bytes");

      Files.write(folder.resolve("tile/entries/000"), new byte[] {0, 9, 1});
      assertThatThrownBy(() -> new TileCheck(log.files(), 0, 600).run(MerkleHash.EMPTY, root))
          .hasMessage("tile/entries/000 ends inside an entry");
    }
  }
}
