package org.lepta.service.indexing.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lepta.service.testing.Samples.fund;
import static org.lepta.service.testing.Samples.grant;
import static org.lepta.service.testing.Samples.organisation;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.ledger.entry.Correction;
import org.lepta.ledger.entry.Disbursement;
import org.lepta.ledger.entry.Donation;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.Grant;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.Party;
import org.lepta.ledger.money.Amount;
import org.lepta.service.indexing.Measure;
import org.lepta.service.indexing.Sum;
import org.lepta.service.indexing.flow.FlowFold.Pot;
import org.lepta.service.indexing.flow.Scope;
import org.lepta.service.indexing.flow.Side;
import org.lepta.service.testing.RandomEntries;
import org.lepta.service.testing.Samples;
import org.lepta.service.testing.TestDatabase;
import org.lepta.service.testing.TestLedger;

/** Flow pictures, after a small ledger of literal figures and some hundred random entries. */
final class FlowsTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.empty();

  private static final Pot WATER = new Pot(Scope.fund("water"), true, "RUB");
  private static final Pot PLANS = new Pot(Scope.fund("plans"), false, "RUB");

  @TempDir static Path folder;
  private static TestLedger ledger;
  private static Index index;
  private static Flows reads;
  private static FlowReader flows;
  private static final Map<Long, List<String>> AS_KNOWN = new TreeMap<>();

  @BeforeAll
  static void record() throws Exception {
    ledger = TestLedger.open(folder, DATABASE.dataSource());
    index = new Index(DATABASE.dataSource());
    reads = new Flows(index, new Replay(index, TestReads.entries(index, folder.resolve("texts"))));
    flows = reads.of(Scope.LEDGER, null);
    ledger.record(
        organisation(Samples.KEEPER),
        organisation("XI-A"),
        organisation("XI-B"),
        fund("water", Samples.KEEPER, FundMode.MANAGED),
        fund("plans", Samples.KEEPER, FundMode.REPORTED));
    ledger.record(
        gift("d1", "water", "100", "XI-A", 2024),
        gift("d2", "water", "60", null, 2025),
        gift("d3", "water", "40", "XI-B", 2025),
        corrected("c1", "d1", "water", "30", "XI-A"));
    ledger.record(promised("g1", "water", "90", "XI-B"), promised("r1", "plans", "1200", "XI-A"));
    ledger.record(paid("p1", "water", "50", "g1", null), promised("r2", "plans", "0.5", "XI-B"));
    ledger.record(RandomEntries.registered().toArray(Entry[]::new));
    RandomEntries chance = new RandomEntries(11);
    for (int round = 0; round < 8; round++) {
      ledger.record(chance.next(40));
      ledger.settle();
      AS_KNOWN.put(index.size(), everything(null));
    }
    ledger.record(grant("g9", "m1", "0"));
    ledger.settle();
  }

  @AfterAll
  static void close() throws Exception {
    ledger.close();
  }

  @Test
  void aPictureNamesTheLargestFirstAndThenWhatIsLeft() {
    assertThat(lines(flows.graph(WATER).ins()))
        .containsExactly("GIVER XI-A 70", "GIVER XI-B 40", "UNNAMED_GIVERS 60");
    assertThat(lines(flows.graph(WATER).outs()))
        .containsExactly("RECIPIENT XI-B 50", "OUTSTANDING 90", "FREE 30");
    assertThat(flows.graph(WATER).total()).isEqualByComparingTo("170");
  }

  @Test
  void aPaymentThatNamesOnlyItsGrantIsOneToTheGrantsRecipient() {
    assertThat(side(WATER, Side.PAID).top())
        .containsExactly(new Ranked.PartySum("XI-B", new Sum(new BigDecimal("50.0000"), 1)));
  }

  @Test
  void whereNothingIsPaidThePictureShowsWhoWasPromisedMoney() {
    assertThat(lines(flows.graph(PLANS).ins())).containsExactly("NOT_PUBLISHED 1200.5");
    assertThat(lines(flows.graph(PLANS).outs()))
        .containsExactly("PROMISED XI-A 1200", "PROMISED XI-B 0.5");
  }

  @Test
  void bothSidesOfEveryPictureAddUpToTheSame() {
    List<Pot> pots = new ArrayList<>(flows.pots(Scope.LEDGER));
    pots.addAll(flows.pots(Scope.owner(Samples.KEEPER)));
    for (String fund : List.of("m1", "m2", "r1", "r2")) {
      pots.addAll(flows.pots(Scope.fund(fund)));
    }

    assertThat(pots).hasSizeGreaterThan(8);
    for (Pot pot : pots) {
      FlowGraph graph = flows.graph(pot);
      assertThat(graph.total())
          .isEqualByComparingTo(
              graph.outs().stream()
                  .map(FlowGraph.Stream::amount)
                  .reduce(BigDecimal.ZERO, BigDecimal::add));
    }
  }

  @Test
  void whatOrganisationsGaveAndGotAddsUpToTheTotals() {
    for (Pot pot : flows.pots(Scope.owner(Samples.KEEPER))) {
      Totals totals = flows.totals(pot);
      assertThat(all(pot, Side.GAVE)).isEqualByComparingTo(totals.donated());
      assertThat(all(pot, Side.AWARDED)).isEqualByComparingTo(totals.awarded());
      assertThat(all(pot, Side.PAID)).isEqualByComparingTo(totals.disbursed());
    }
  }

  @Test
  void yearsAddUpToTheTotalsAndACorrectionCountsInItsOwnYear() {
    Map<Integer, BigDecimal> donated = new TreeMap<>();
    flows
        .years(WATER)
        .forEach(
            (year, sums) -> donated.put(year, sums.getOrDefault(Measure.DONATED, BigDecimal.ZERO)));

    assertThat(donated.get(2024)).isEqualByComparingTo("100");
    assertThat(donated.get(2025)).isEqualByComparingTo("100");
    assertThat(donated.get(2026)).isEqualByComparingTo("-30");
    assertThat(flows.totals(WATER).donated()).isEqualByComparingTo("170");
  }

  @Test
  void grantsStandWithThoseOfTheirSize() {
    Map<Integer, Sum> sizes = flows.sizes(PLANS);

    assertThat(sizes)
        .containsExactly(
            Map.entry(0, new Sum(new BigDecimal("0.5000"), 1)),
            Map.entry(4, new Sum(new BigDecimal("1200.0000"), 1)));
  }

  @Test
  void aSideCountsWhoIsNamedOnItAndWhatNobodyIsNamedFor() {
    assertThat(flows.ranked(WATER))
        .containsOnlyKeys(Side.values())
        .containsEntry(
            Side.GAVE,
            new Ranked(
                List.of(
                    new Ranked.PartySum("XI-A", new Sum(new BigDecimal("70.0000"), 2)),
                    new Ranked.PartySum("XI-B", new Sum(new BigDecimal("40.0000"), 1))),
                new Sum(new BigDecimal("60.0000"), 1),
                2));
  }

  @Test
  void organisationsFollowEachOtherBySizeThroughPages() {
    Ranked.PartySum first = flows.parties(WATER, Side.GAVE, null, 1).getFirst();

    assertThat(first.organisation()).isEqualTo("XI-A");
    assertThat(flows.parties(WATER, Side.GAVE, first, 5))
        .extracting(Ranked.PartySum::organisation)
        .containsExactly("XI-B");
  }

  @Test
  void whatWasKnownAtASizeStaysTheSame() {
    assertThat(AS_KNOWN).hasSize(8);
    AS_KNOWN.forEach((size, known) -> assertThat(everything(size)).isEqualTo(known));
  }

  private static List<String> everything(@Nullable Long at) {
    List<String> all = new ArrayList<>();
    for (Scope scope :
        List.of(Scope.LEDGER, Scope.owner(Samples.KEEPER), Scope.fund("m1"), Scope.fund("r1"))) {
      FlowReader known = reads.of(scope, at);
      for (Pot pot : known.pots(scope)) {
        FlowGraph graph = known.graph(pot);
        all.add(pot + " " + lines(graph.ins()) + lines(graph.outs()));
        all.add(String.valueOf(known.ranked(pot)));
        all.add(String.valueOf(known.years(pot)));
        all.add(String.valueOf(known.sizes(pot)));
        all.add(String.valueOf(known.waits(pot)));
        known.largestFunds(pot, 5).forEach(fund -> all.add(fund.fund()));
        known.parties(pot, Side.PAID, null, 5).forEach(party -> all.add(party.toString()));
      }
    }
    return all;
  }

  private static BigDecimal all(Pot pot, Side side) {
    return flows.parties(pot, side, null, 1_000).stream()
        .map(party -> party.sum().amount())
        .reduce(side(pot, side).unnamed().amount(), BigDecimal::add);
  }

  private static Ranked side(Pot pot, Side side) {
    return Objects.requireNonNull(flows.ranked(pot).get(side));
  }

  private static List<String> lines(List<FlowGraph.Stream> streams) {
    return streams.stream()
        .map(s ->
            "%s %s %s"
                .formatted(
                    s.role(), s.organisation(), s.amount().stripTrailingZeros().toPlainString())
                .replace("  ", " "))
        .toList();
  }

  private static Entry gift(
      String id, String fund, String amount, @Nullable String donor, int year) {
    return new Entry(
        Header.of(id, Samples.KEEPER).happened(LocalDate.of(year, 6, 1)),
        donation(fund, amount, donor));
  }

  private static Donation donation(String fund, String amount, @Nullable String donor) {
    return new Donation(
        fund,
        Samples.RUB,
        Amount.parse(amount),
        donor == null ? null : Party.organisation(donor),
        null,
        null,
        null);
  }

  private static Entry corrected(
      String id, String target, String fund, String amount, String donor) {
    Flow part = donation(fund, amount, donor);
    return new Entry(
        Header.of(id, Samples.KEEPER).happened(LocalDate.of(2026, 1, 2)),
        new Correction(target, "wrong-amount", part));
  }

  private static Entry promised(String id, String fund, String amount, String recipient) {
    return new Entry(
        Header.of(id, Samples.KEEPER).decided(LocalDate.of(2026, 1, 5)),
        new Grant(
            fund,
            Samples.RUB,
            Amount.parse(amount),
            Party.organisation(recipient),
            null,
            List.of(),
            null,
            null,
            null));
  }

  private static Entry paid(
      String id, String fund, String amount, String grant, @Nullable String receiver) {
    return new Entry(
        Header.of(id, Samples.KEEPER).happened(LocalDate.of(2026, 1, 9)),
        new Disbursement(
            fund,
            Samples.RUB,
            Amount.parse(amount),
            grant,
            null,
            receiver == null ? null : Party.organisation(receiver),
            null,
            null,
            null));
  }
}
