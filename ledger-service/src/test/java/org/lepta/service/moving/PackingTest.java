package org.lepta.service.moving;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lepta.ledger.codec.LeafCodec;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Hash;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.Leaf;
import org.lepta.ledger.entry.LogKey;
import org.lepta.ledger.entry.Member;
import org.lepta.ledger.entry.Publication;
import org.lepta.ledger.entry.Through;
import org.lepta.ledger.entry.TransferIn;
import org.lepta.ledger.entry.TransferOut;
import org.lepta.ledger.money.Amount;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.testing.Samples;
import org.lepta.service.transparency.log.BlockEnd;
import org.lepta.service.transparency.log.LogSource;

/** Into which transactions a log is cut. */
final class PackingTest {

  private static final String A = "XI-TEST-A";
  private static final String B = "XI-TEST-B";
  private static final Carried CARRIED = new Carried(Map.of(A, "NewA", B, "NewB"));

  /** A log in memory. */
  private static final class MemoryLog implements LogSource {
    private final List<byte[]> leaves = new ArrayList<>();

    void add(String recordedBy, Through through, Entry entry) {
      leaves.add(
          LeafCodec.encode(
              new Leaf(
                  2,
                  new Leaf.Place(1, 0, leaves.size(), java.time.LocalDate.of(2026, 3, 1)),
                  recordedBy,
                  through,
                  1,
                  through == Through.LANE ? 0L : null,
                  entry,
                  null,
                  List.of(),
                  List.of(),
                  null,
                  List.of())));
    }

    @Override
    public Optional<BlockEnd> next(long size, long most) {
      return Optional.empty();
    }

    @Override
    public Optional<Sha256> rootAt(long size) {
      return Optional.empty();
    }

    @Override
    public void leaves(long from, long to, Sink sink) throws java.io.IOException {
      for (long i = from; i < to; i++) {
        sink.put(leaves.get((int) i));
      }
    }

    @Override
    public long awaitBlocks(long height, Duration timeout) {
      return height;
    }

    List<Step> steps(long from) throws Exception {
      Packing packing = new Packing(new LeafCursor(this, from, leaves.size()), CARRIED);
      List<Step> steps = new ArrayList<>();
      for (Step step = packing.next(); step != null; step = packing.next()) {
        steps.add(step);
      }
      return steps;
    }
  }

  private static List<String> ids(Step step) {
    return step.entries().stream().map(Entry::qualifiedId).toList();
  }

  private static Entry gift(String id) {
    return Samples.donation(id, "fund", "1");
  }

  @Test
  void neighboursOfOneOrganisationAndOneKindOfTransactionTravelTogether() throws Exception {
    MemoryLog log = new MemoryLog();
    log.add(A, Through.BATCH, gift("1"));
    log.add(A, Through.BATCH, gift("2"));
    log.add(A, Through.LANE, Samples.organisation("3"));
    log.add(B, Through.LANE, Samples.organisation("4"));

    List<Step> steps = log.steps(0);

    assertThat(steps.stream().map(PackingTest::ids))
        .containsExactly(
            List.of("donation:1", "donation:2"),
            List.of("organisation:3"),
            List.of("organisation:4"));
    assertThat(steps.stream().map(Step::organisation)).containsExactly(A, A, B);
    assertThat(steps.stream().map(Step::next)).containsExactly(2L, 3L, 4L);
  }

  @Test
  void everyEntryCarriesItsOldIndex() throws Exception {
    MemoryLog log = new MemoryLog();
    log.add(A, Through.BATCH, gift("1"));
    log.add(A, Through.BATCH, gift("2"));

    Step step = log.steps(0).getFirst();

    assertThat(step.entries().stream().map(entry -> entry.header().moved()))
        .containsExactly(0L, 1L);
  }

  @Test
  void whatIsAboutTheOldLedgerStaysThereAndMembersAreAdmittedAnew() throws Exception {
    MemoryLog log = new MemoryLog();
    log.add(A, Through.START, Samples.genesis("OldA"));
    log.add(A, Through.LANE, new Entry(Header.of("key", A), new LogKey("log+00000000+AQ==", null)));
    log.add(A, Through.LANE, new Entry(Header.of(B, A), new Member("OldB")));
    log.add(
        A,
        Through.BATCH,
        new Entry(
            Header.of("end", A), new Publication("successor", new Hash("0".repeat(64)), null)));

    List<Step> steps = log.steps(0);

    assertThat(steps).hasSize(1);
    Entry member = steps.getFirst().entries().getFirst();
    assertThat(member.body()).isEqualTo(new Member("NewB"));
    assertThat(member.header().moved()).isNull();
  }

  @Test
  void anEntryAndItsRepeatNeverShareATransaction() throws Exception {
    MemoryLog log = new MemoryLog();
    log.add(A, Through.BATCH, gift("1"));
    log.add(A, Through.BATCH, gift("2"));
    log.add(A, Through.BATCH, gift("1"));
    log.add(A, Through.BATCH, gift("3"));

    assertThat(log.steps(0).stream().map(PackingTest::ids))
        .containsExactly(List.of("donation:1", "donation:2"), List.of("donation:1", "donation:3"));
  }

  @Test
  void aBatchHasAtMostAThousandEntriesAndALaneFiveHundred() throws Exception {
    MemoryLog log = new MemoryLog();
    for (int i = 0; i < 2_500; i++) {
      log.add(A, Through.BATCH, gift("g" + i));
    }
    for (int i = 0; i < 1_200; i++) {
      log.add(A, Through.LANE, Samples.organisation("o" + i));
    }

    assertThat(log.steps(0).stream().map(step -> step.entries().size()))
        .containsExactly(999, 999, 502, 500, 500, 200);
  }

  @Test
  void halvesOfATransferStayTogether() throws Exception {
    MemoryLog log = new MemoryLog();
    for (int i = 0; i < 499; i++) {
      log.add(A, Through.LANE, Samples.organisation("o" + i));
    }
    Amount one = Amount.ofUnits(1);
    log.add(
        A,
        Through.LANE,
        new Entry(Header.of("out", A), new TransferOut("f", Samples.RUB, one, "g", "in", "basis")));
    log.add(
        A,
        Through.LANE,
        new Entry(Header.of("in", A), new TransferIn("g", Samples.RUB, one, "f", "out", "basis")));
    log.add(A, Through.LANE, Samples.organisation("last"));

    List<Step> steps = log.steps(0);

    assertThat(steps.stream().map(step -> step.entries().size())).containsExactly(501, 1);
    assertThat(steps.getFirst().entries().getLast().id()).isEqualTo("in");
  }

  @Test
  void aMoveThatIsTakenUpAgainSendsTheSameTransactions() throws Exception {
    MemoryLog log = new MemoryLog();
    java.util.Random random = new java.util.Random(7);
    for (int i = 0; i < 3_000; i++) {
      String id = "g" + random.nextInt(2_500);
      String who = random.nextInt(50) == 0 ? B : A;
      if (random.nextInt(40) == 0) {
        log.add(who, Through.LANE, Samples.organisation(id + "/" + i));
      } else {
        log.add(who, Through.BATCH, gift(id));
      }
    }
    List<Step> whole = log.steps(0);

    for (int i = 1; i < whole.size(); i++) {
      long from = Objects.requireNonNull(whole.get(i - 1)).next();
      assertThat(log.steps(from)).isEqualTo(whole.subList(i, whole.size()));
    }
  }
}
