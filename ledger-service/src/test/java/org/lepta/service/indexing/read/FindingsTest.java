package org.lepta.service.indexing.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lepta.service.testing.Samples.fund;
import static org.lepta.service.testing.Samples.organisation;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.ledger.contract.LeptaChaincode;
import org.lepta.ledger.entry.Body;
import org.lepta.ledger.entry.Confirmation;
import org.lepta.ledger.entry.Correction;
import org.lepta.ledger.entry.Disbursement;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Expenditure;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.Party;
import org.lepta.ledger.entry.SpendClass;
import org.lepta.ledger.money.Amount;
import org.lepta.service.Projections;
import org.lepta.service.indexing.Fsck;
import org.lepta.service.indexing.Indexer;
import org.lepta.service.indexing.finding.FindingRule;
import org.lepta.service.ledger.embedded.EmbeddedLedger;
import org.lepta.service.ledger.embedded.EmbeddedSettings;
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

  @BeforeEach
  void open() throws Exception {
    DATABASE.clear();
    ledger = TestLedger.open(folder, DATABASE.dataSource());
    findings = new Findings(new Index(DATABASE.dataSource()));
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

    Page<Findings.Finding> first = findings.page(FindingRule.WITHOUT_EVIDENCE, today, null, 2);
    Page<Findings.Finding> rest =
        findings.page(FindingRule.WITHOUT_EVIDENCE, today, first.next(), 10);

    assertThat(first.items()).extracting(f -> f.entry().id()).containsExactly("e5", "e4");
    assertThat(rest.items()).extracting(f -> f.entry().id()).containsExactly("e3", "e2", "e1");
    assertThat(rest.next()).isNull();
    assertThatThrownBy(
            () -> findings.page(FindingRule.WITHOUT_EVIDENCE, today, "2026-99-01_1_EUR", 10))
        .hasMessageStartingWith("CURSOR_INVALID");
  }

  @Test
  void anIndexBuiltAnewHasTheSameFindingsAndTheirSums() throws Exception {
    ledger.record(RandomEntries.registered().toArray(Entry[]::new));
    RandomEntries chance = new RandomEntries(23);
    for (int round = 0; round < 10; round++) {
      ledger.record(chance.next(40));
      ledger.settle();
    }
    LocalDate later = today.plusDays(70);
    assertThat(findings.sums(later)).hasSizeGreaterThan(4);
    for (Findings.Summed sum : findings.sums(later)) {
      List<Findings.Finding> rows =
          findings.page(sum.rule(), later, null, 1_000).items().stream()
              .filter(f -> f.unit().equals(sum.unit()))
              .filter(f -> f.entry().managed() == null || f.entry().managed() == sum.managed())
              .toList();
      if (rows.stream().allMatch(f -> f.entry().managed() != null)) {
        assertThat(rows).hasSize((int) sum.entries());
        assertThat(
                rows.stream()
                    .map(Findings.Finding::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add))
            .isEqualByComparingTo(sum.amount());
      }
    }

    ledger.close();
    try (EmbeddedLedger still =
        EmbeddedLedger.open(EmbeddedSettings.of(folder, new LeptaChaincode()))) {
      new Indexer(still, DATABASE.dataSource(), Projections.standard()).catchUp();
      Fsck fsck = new Fsck(still, DATABASE.dataSource(), Projections.standard());
      assertThat(fsck.run(rebuilt -> {}).differences()).isEmpty();
    }
    ledger = TestLedger.open(folder, DATABASE.dataSource());
  }

  private List<String> lines(LocalDate day) {
    List<String> lines = new ArrayList<>();
    for (FindingRule rule : FindingRule.values()) {
      lines.addAll(of(rule, day));
    }
    return lines;
  }

  private List<String> of(FindingRule rule, LocalDate day) {
    return findings.page(rule, day, null, 100).items().stream()
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
