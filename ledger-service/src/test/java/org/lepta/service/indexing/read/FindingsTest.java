package org.lepta.service.indexing.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lepta.service.testing.Samples.fund;
import static org.lepta.service.testing.Samples.organisation;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lepta.ledger.contract.LeptaChaincode;
import org.lepta.ledger.entry.Body;
import org.lepta.ledger.entry.Confirmation;
import org.lepta.ledger.entry.Correction;
import org.lepta.ledger.entry.Disbursement;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Expenditure;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.Party;
import org.lepta.ledger.entry.SpendClass;
import org.lepta.ledger.money.Amount;
import org.lepta.service.Projections;
import org.lepta.service.indexing.Fsck;
import org.lepta.service.indexing.Indexer;
import org.lepta.service.indexing.finding.FindingRule;
import org.lepta.service.indexing.read.FindingReader.Finding;
import org.lepta.service.kernel.Identity;
import org.lepta.service.ledger.embedded.EmbeddedLedger;
import org.lepta.service.ledger.embedded.EmbeddedSettings;
import org.lepta.service.ledger.recording.RecordedEntries;
import org.lepta.service.ledger.recording.Recorder;
import org.lepta.service.testing.RandomEntries;
import org.lepta.service.testing.Samples;
import org.lepta.service.testing.TestDatabase;
import org.lepta.service.testing.TestLedger;

/** What stands out appears with what shows it, and goes with what mends it. */
final class FindingsTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.empty();

  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

  @TempDir Path folder;
  private TestLedger ledger;
  private Findings findings;
  private Replay replay;

  @BeforeEach
  void open() throws Exception {
    DATABASE.clear();
    ledger = TestLedger.open(folder, DATABASE.dataSource());
    Index index = new Index(DATABASE.dataSource());
    replay = new Replay(index, TestReads.entries(index, folder.resolve("texts")));
    findings = new Findings(index, replay);
    ledger.record(
        organisation(Samples.KEEPER),
        organisation("XI-A"),
        fund("f", Samples.KEEPER, FundMode.MANAGED),
        fund("r", Samples.KEEPER, FundMode.REPORTED));
  }

  @AfterEach
  void close() throws Exception {
    ledger.close();
  }

  @Test
  void aPaymentWithoutReleaseBeyondItsAwardStandsOutUntilItIsCorrected() throws Exception {
    ledger.record(Samples.donation("d1", "f", "100"), Samples.grant("g1", "f", "40"));
    ledger.record(stated("p1", today, payment("50", "g1")));
    ledger.settle();
    assertThat(lines(today))
        .contains("OVER_AWARD g1 10", "WITHOUT_RELEASE p1 50", "WITHOUT_EVIDENCE p1 50");

    ledger.record(stated("c1", today, new Correction("p1", "wrong-amount", payment("20", "g1"))));
    ledger.settle();
    assertThat(lines(today))
        .contains("WITHOUT_RELEASE p1 30", "WITHOUT_EVIDENCE p1 30")
        .noneMatch(line -> line.startsWith("OVER_AWARD"));

    ledger.record(stated("c2", today, new Correction("p1", "wrong-amount", payment("30", "g1"))));
    ledger.settle();
    assertThat(lines(today)).noneMatch(line -> line.contains(" p1 "));
  }

  @Test
  void aPaymentIsOverdueAfterSixtyDaysUntilTheOtherSideConfirmsAllOfIt() throws Exception {
    ledger.record(Samples.donation("d1", "f", "100"), Samples.grant("g1", "f", "40"));
    ledger.record(stated("p1", today, payment("40", "g1")));
    ledger.settle();
    assertThat(of(FindingRule.UNCONFIRMED, today.plusDays(59))).isEmpty();
    assertThat(of(FindingRule.UNCONFIRMED, today.plusDays(60)))
        .containsExactly("UNCONFIRMED p1 40");

    ledger.record(confirmation("k1", "15"));
    ledger.settle();
    assertThat(of(FindingRule.UNCONFIRMED, today.plusDays(60)))
        .containsExactly("UNCONFIRMED p1 25");

    ledger.record(confirmation("k2", "25"));
    ledger.settle();
    assertThat(of(FindingRule.UNCONFIRMED, today.plusDays(60))).isEmpty();
  }

  @Test
  void whatIsCorrectedIsTakenFromTheRepeatAndOtherwiseFromTheFirst() throws Exception {
    Entry gift = Samples.donation("d1", "f", "100");
    ledger.record(gift);
    ledger.settle();
    recordAgain(gift);
    assertThat(lines(today)).containsExactly("LATE d1 100", "LATE d1 100", "REPEATED d1 100");

    ledger.record(
        stated(
            "c1",
            today,
            new Correction("d1", "wrong-amount", (Flow) Samples.donation("x", "f", "40").body())));
    ledger.settle();
    assertThat(lines(today)).containsExactly("LATE d1 100", "LATE d1 60", "REPEATED d1 60");

    recordAgain(gift);
    assertThat(of(FindingRule.REPEATED, today))
        .containsExactly("REPEATED d1 100", "REPEATED d1 60");
    assertThatAnIndexBuiltAnewIsTheSame();
  }

  /** As it happens where two services record the same for one organisation. */
  private void recordAgain(Entry entry) throws Exception {
    try (Recorder blind =
        new Recorder(ledger.ledger(), DATABASE.dataSource(), new NothingRecorded())) {
      blind.record(Samples.KEEPER, List.of(entry));
    }
    ledger.settle();
  }

  @Test
  void aFundThatSpentMoreThanItHadIsShortUntilItIsCovered() throws Exception {
    ledger.record(Samples.donation("d1", "f", "100"));
    ledger.record(stated("e1", today, spending("130")));
    ledger.settle();
    assertThat(of(FindingRule.SHORT, today)).containsExactly("SHORT f 30");

    ledger.record(Samples.donation("d2", "f", "30"));
    ledger.settle();
    assertThat(of(FindingRule.SHORT, today)).isEmpty();
  }

  @Test
  void aFactRecordedAfterTheLimitIsLateAndAStatementOfAReportedFundNever() throws Exception {
    LocalDate before = today.minusDays(9);
    ledger.record(
        stated("d1", before, Samples.donation("x", "f", "10").body()),
        stated("d2", before, Samples.donation("x", "r", "10").body()));
    ledger.settle();

    assertThat(of(FindingRule.LATE, today)).containsExactly("LATE d1 10");
  }

  @Test
  void listsGoOnBehindWhatWasShown() throws Exception {
    for (int i = 1; i <= 5; i++) {
      ledger.record(stated("e" + i, today, spending(String.valueOf(i))));
    }
    ledger.settle();

    for (FindingReader known : List.of(findings.of(today, null), replay.findings(size()))) {
      Page<Finding> first = known.page(FindingRule.WITHOUT_EVIDENCE, null, 2);
      Page<Finding> rest = known.page(FindingRule.WITHOUT_EVIDENCE, first.next(), 10);

      assertThat(first.items()).extracting(f -> f.entry().id()).containsExactly("e5", "e4");
      assertThat(rest.items()).extracting(f -> f.entry().id()).containsExactly("e3", "e2", "e1");
      assertThat(rest.next()).isNull();
      assertThatThrownBy(() -> known.page(FindingRule.WITHOUT_EVIDENCE, "2026-99-01_1_EUR", 10))
          .hasMessageStartingWith("CURSOR_INVALID");
    }
  }

  @Test
  void anIndexBuiltAnewHasTheSameFindingsAndTheirSums() throws Exception {
    ledger.record(RandomEntries.registered().toArray(Entry[]::new));
    RandomEntries chance = new RandomEntries(23);
    for (int round = 0; round < 10; round++) {
      ledger.record(chance.next(40));
      ledger.settle();
    }
    FindingReader later = findings.of(today.plusDays(70), null);
    assertThat(later.sums()).hasSizeGreaterThan(4);
    for (FindingReader.Summed sum : later.sums()) {
      List<Finding> rows =
          later.page(sum.rule(), null, 1_000).items().stream()
              .filter(f -> f.unit().equals(sum.unit()))
              .filter(f -> f.entry().managed() == null || f.entry().managed() == sum.managed())
              .toList();
      if (rows.stream().allMatch(f -> f.entry().managed() != null)) {
        assertThat(rows).hasSize((int) sum.entries());
        assertThat(rows.stream().map(Finding::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
            .isEqualByComparingTo(sum.amount());
      }
    }

    assertThatAnIndexBuiltAnewIsTheSame();
  }

  /** Built anew, all blocks are of one group. */
  private void assertThatAnIndexBuiltAnewIsTheSame() throws Exception {
    ledger.close();
    try (EmbeddedLedger still =
        EmbeddedLedger.open(EmbeddedSettings.of(folder, new LeptaChaincode()))) {
      new Indexer(still, DATABASE.dataSource(), Projections.standard()).catchUp();
      Fsck fsck = new Fsck(still, DATABASE.dataSource(), Projections.standard());
      assertThat(fsck.run(rebuilt -> {}).differences()).isEmpty();
    }
    ledger = TestLedger.open(folder, DATABASE.dataSource());
  }

  @ParameterizedTest
  @ValueSource(ints = {23, 24, 25})
  void whatStoodOutAtASizeStaysTheSame(int seed) throws Exception {
    Map<Long, List<String>> asKnown = new TreeMap<>();
    ledger.record(RandomEntries.registered().toArray(Entry[]::new));
    RandomEntries chance = new RandomEntries(seed);
    for (int round = 0; round < 8; round++) {
      ledger.record(chance.next(60));
      ledger.settle();
      asKnown.put(size(), everything(findings.of(today, null)));
    }
    ledger.record(Samples.donation("last", "f", "1"));
    ledger.settle();

    asKnown.forEach((size, known) -> {
      FindingReader then = findings.of(today.plusYears(9), size);
      assertThat(then.day()).isEqualTo(today);
      assertThat(everything(then)).as("size %d", size).isEqualTo(known);
    });
    assertThat(asKnown.values().stream().flatMap(List::stream))
        .contains("DOES_NOT_TIE", "UNCONFIRMED", "WITHOUT_RELEASE", "WITHOUT_EVIDENCE", "LATE");
  }

  @Test
  void asKnownAtTheSizeOfNowItIsToldFromWhatIsKept() throws Exception {
    ledger.settle();
    FindingReader known = findings.of(today.plusYears(9), size());

    assertThat(known).isInstanceOf(FindingsNow.class);
    assertThat(known.day()).isEqualTo(today);
  }

  @Test
  void beforeTheFirstEntryNothingStoodOut() {
    FindingReader then = findings.of(today, 0L);

    assertThat(then.sums()).isEmpty();
    assertThat(then.page(FindingRule.SHORT, null, 10).items()).isEmpty();
    assertThat(then.disputed()).isEmpty();
    assertThatThrownBy(() -> findings.of(today, 1_000L)).hasMessageStartingWith("AT_INVALID");
  }

  private static List<String> everything(FindingReader known) {
    List<String> all = new ArrayList<>();
    for (FindingReader.Summed sum : known.sums()) {
      all.add(sum.rule().name());
      all.add(
          "%s %s %s %s"
              .formatted(sum.managed(), sum.unit(), sum.amount().toPlainString(), sum.entries()));
    }
    for (FindingRule rule : FindingRule.values()) {
      for (Finding found : known.page(rule, null, 1_000).items()) {
        all.add(
            "%s %d %s %s %s %s"
                .formatted(
                    rule,
                    found.entry().index(),
                    found.fund(),
                    found.unit(),
                    found.amount().toPlainString(),
                    found.since()));
      }
    }
    known.disputed().forEach(sum -> all.add(sum.toString()));
    return all;
  }

  private static long size() {
    return new Index(DATABASE.dataSource()).size();
  }

  /** Knows of nothing, so that what is recorded is recorded again. */
  private static final class NothingRecorded implements RecordedEntries {
    @Override
    public Map<Identity, Entry> find(Collection<Identity> identities) {
      return Map.of();
    }

    @Override
    public long indexedHeight() {
      return Long.MAX_VALUE;
    }

    @Override
    public boolean awaitIndexed(long block, Duration timeout) {
      return true;
    }
  }

  private List<String> lines(LocalDate day) {
    List<String> lines = new ArrayList<>();
    for (FindingRule rule : FindingRule.values()) {
      lines.addAll(of(rule, day));
    }
    return lines;
  }

  /** What stands out, which worked out anew from the entries is the same. */
  private List<String> of(FindingRule rule, LocalDate day) {
    List<String> now = of(rule, findings.of(day, null));
    if (day.equals(today)) {
      assertThat(of(rule, replay.findings(size()))).isEqualTo(now);
    }
    return now;
  }

  private static List<String> of(FindingRule rule, FindingReader known) {
    return known.page(rule, null, 100).items().stream()
        .map(f ->
            "%s %s %s"
                .formatted(rule, f.entry().id(), f.amount().stripTrailingZeros().toPlainString()))
        .toList();
  }

  private static Entry stated(String id, LocalDate day, Body body) {
    return new Entry(Header.of(id, Samples.KEEPER).happened(day), body);
  }

  private static Disbursement payment(String amount, String grant) {
    return new Disbursement(
        "f",
        Samples.RUB,
        Amount.parse(amount),
        grant,
        null,
        Party.organisation("XI-A"),
        null,
        null,
        null);
  }

  private static Expenditure spending(String amount) {
    return new Expenditure(
        "f", Samples.RUB, Amount.parse(amount), SpendClass.RUNNING, null, null, null, null);
  }

  private Entry confirmation(String id, String amount) {
    return new Entry(
        Header.of(id, "XI-A").happened(today),
        new Confirmation(
            "f", "disbursement:p1", Samples.RUB, Amount.parse(amount), null, "g1", null));
  }
}
