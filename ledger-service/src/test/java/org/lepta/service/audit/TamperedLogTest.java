package org.lepta.service.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.ledger.codec.LeafCodec;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Leaf;
import org.lepta.service.transparency.tiles.TilePath;

/** One entry deleted, edited or put in, with tiles made anew and signed by the log's own key. */
final class TamperedLogTest {

  private static final int TRIES = 200;
  private static final long SEED = 20_261_126;

  @TempDir Path folder;

  /**
   * A forger who has the key and writes a whole consistent history leaves nothing for one copy to
   * show; then the comparison with another copy names the entry.
   */
  @Test
  void isNamedByTheAuditOrByTheOtherCopy() throws Exception {
    Random random = new Random(SEED);
    List<byte[]> honest = RandomLedger.of(SEED, 900, 2).bytes();
    Path original = TestLogs.publish(folder.resolve("original"), honest);
    int alone = 0;
    for (int i = 0; i < TRIES; i++) {
      int at = 1 + random.nextInt(honest.size() - 1);
      List<byte[]> forged = forge(honest, at, i % 4);
      Path log = TestLogs.publish(folder.resolve("forged-" + i), forged);

      Report.OfLog report = TestLogs.audit(log).logs().getFirst();
      Report both = TestLogs.audit(original, log);

      if (!report.differences().isEmpty()) {
        alone++;
      }
      String what = "try %d, leaf %d".formatted(i, at);
      assertThat(both.outcome()).as(what).isEqualTo(Report.Outcome.DIFFERENT);
      boolean lastOne = at >= forged.size();
      if (!lastOne) {
        assertThat(both.differences())
            .as(what)
            .extracting(Difference::leaf)
            .containsExactly((long) at);
      }
    }
    // The others left only a number without an entry, or the last entry of its fund.
    assertThat(alone).isGreaterThan(TRIES * 8 / 10);
  }

  private static List<byte[]> forge(List<byte[]> honest, int at, int how) {
    List<byte[]> forged = new ArrayList<>(honest);
    Leaf leaf = LeafCodec.decode(honest.get(at));
    switch (how) {
      case 0 -> forged.remove(at);
      case 1 -> forged.add(at, LeafCodec.encode(renamed(leaf)));
      case 2 -> forged.set(at, LeafCodec.encode(LeafCodec.decode(honest.get(at - 1))));
      default -> forged.set(at, edited(leaf));
    }
    return forged;
  }

  private static Leaf renamed(Leaf leaf) {
    Entry entry = leaf.entry();
    var header = org.lepta.ledger.entry.Header.of(entry.id() + "-2", entry.header().statedBy());
    return new Leaf(
        leaf.version(),
        leaf.at(),
        leaf.recordedBy(),
        leaf.through(),
        leaf.orgSeq(),
        leaf.sealedUpTo(),
        new Entry(header, entry.body()),
        leaf.fundSeq(),
        leaf.postings(),
        leaf.balances(),
        leaf.repeatOf(),
        leaf.flags());
  }

  /** An amount that is one ten-thousandth more, or another number of the organisation. */
  private static byte[] edited(Leaf leaf) {
    if (leaf.entry().body() instanceof Flow flow) {
      String amount = "\"amount\":\"" + flow.amount() + '"';
      String other =
          "\"amount\":\"" + flow.amount().plus(org.lepta.ledger.money.Amount.parse("0.0001")) + '"';
      String text = new String(LeafCodec.encode(leaf), java.nio.charset.StandardCharsets.UTF_8);
      return text.replace(amount, other).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
    return LeafCodec.encode(
        new Leaf(
            leaf.version(),
            leaf.at(),
            leaf.recordedBy(),
            leaf.through(),
            leaf.orgSeq() + 1,
            leaf.sealedUpTo(),
            leaf.entry(),
            leaf.fundSeq(),
            leaf.postings(),
            leaf.balances(),
            leaf.repeatOf(),
            leaf.flags()));
  }

  @Test
  void anEntryThatWasChangedUnderTheSignedRootIsNamedByItsIndex() throws Exception {
    List<byte[]> honest = RandomLedger.of(3, 900, 2).bytes();
    Path log = TestLogs.publish(folder.resolve("log"), honest);
    TilePath bundle = TilePath.in(honest.size(), TilePath.ENTRIES, 1).orElseThrow();
    Path file = log.resolve(bundle.toString());
    byte[] bytes = Files.readAllBytes(file);
    // Behind the length of its first entry.
    bytes[40] ^= 1;
    Files.write(file, bytes);

    assertThat(TestLogs.audit(log).logs().getFirst().differences().getFirst())
        .satisfies(first -> {
          assertThat(first.check()).isEqualTo(Check.ROOT_DIFFERS);
          assertThat(first.leaf()).isEqualTo(256);
        });
  }

  @Test
  void aMissingBundleIsNamed() throws Exception {
    List<byte[]> honest = RandomLedger.of(3, 900, 2).bytes();
    Path log = TestLogs.publish(folder.resolve("log"), honest);
    Files.delete(log.resolve("tile/entries/000"));

    assertThat(TestLogs.audit(log).logs().getFirst().differences())
        .extracting(Difference::check, Difference::detail)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                Check.BUNDLE_DAMAGED, "tile/entries/000 is missing"));
  }
}
