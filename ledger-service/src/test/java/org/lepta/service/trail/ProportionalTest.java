package org.lepta.service.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lepta.ledger.entry.Lens;
import org.lepta.service.testing.TestDatabase;
import org.lepta.service.trail.Trail.Hop;

/** The proportional lens: the worked examples of docs/reference/trails, under their numbers. */
class ProportionalTest {

  @RegisterExtension
  static final TestDatabase DATABASE = TestDatabase.preparedBy("trail", FundLinesTest::migrate);

  private final TestLog log = new TestLog();
  private final Flows f = new Flows("F");
  private final Flows g = new Flows("G");
  private int applied;

  @BeforeEach
  void empty() throws SQLException {
    FundLinesTest.clear(DATABASE.dataSource());
  }

  private static long u(long units) {
    return units * 10_000;
  }

  private Trail trail(String id) throws SQLException {
    return trail("F", id, log.size());
  }

  private Trail trail(String fund, String id, long size) throws SQLException {
    FundLinesTest.apply(DATABASE.dataSource(), log.entries().subList(applied, log.size()));
    applied = log.size();
    Trails trails = new Trails(DATABASE.dataSource(), EvidenceLadder.NOTHING_BUT_STATED);
    return trails
        .leafOf(fund, id, size)
        .flatMap(leaf -> trails.find(leaf, size, Lens.PROPORTIONAL))
        .orElseThrow();
  }

  /** The shares of a gift as {@code payment amount}, then what is void and what is unspent. */
  private static List<String> told(Hop hop) {
    List<String> told = new ArrayList<>();
    hop.steps().forEach(step -> told.add(step.id() + " " + step.amount()));
    told.add("void " + hop.voided());
    told.add("unspent " + hop.unspent());
    return told;
  }

  private List<String> told(String id) throws SQLException {
    return told(trail(id).hops().getFirst());
  }

  @Test
  void example15MonthsPaymentsAreSharedByOpeningBalanceAndAllGiftsOfTheMonth() throws SQLException {
    log.in("2026-02").add("anna", f.donation(u(100)));
    log.in("2026-03").add("p1", f.disbursement(u(60), "g1"));
    log.add("boris", f.donation(u(100)));
    log.in("2026-04").add("clara", f.donation(u(140)));
    log.add("p2", f.disbursement(u(70), "g1"));

    assertThat(told("anna")).containsExactly("p1 30", "p2 17.5", "void 0", "unspent 52.5");
    assertThat(told("boris")).containsExactly("p1 30", "p2 17.5", "void 0", "unspent 52.5");
    assertThat(told("clara")).containsExactly("p2 35", "void 0", "unspent 105");
    assertThat(trail("anna").hops().getFirst().months())
        .containsExactly(
            new Trail.Month("2026-02", "100", "100", "0", "0"),
            new Trail.Month("2026-03", "100", "200", "60", "30"),
            new Trail.Month("2026-04", "70", "280", "70", "17.5"));
  }

  @Test
  void example16BoundariesAreRoundedDownSoThatNothingIsLeftOver() throws SQLException {
    log.add("anna", f.donation(u(1)));
    log.add("boris", f.donation(u(1)));
    log.add("clara", f.donation(u(1)));
    log.add("p1", f.disbursement(u(1), "g1"));

    assertThat(told("anna")).containsExactly("p1 0.3333", "void 0", "unspent 0.6667");
    assertThat(told("boris")).containsExactly("p1 0.3333", "void 0", "unspent 0.6667");
    assertThat(told("clara")).containsExactly("p1 0.3334", "void 0", "unspent 0.6666");
  }

  @Test
  void example17PaymentsOfAMonthTakeOneAfterTheOtherFromWhatTheMonthPays() throws SQLException {
    log.add("anna", f.donation(u(2)));
    log.add("boris", f.donation(u(1)));
    log.add("p1", f.disbursement(u(1), "g1"));
    log.add("p2", f.disbursement(u(1), "g1"));

    assertThat(told("anna")).containsExactly("p1 0.6666", "p2 0.6667", "void 0", "unspent 0.6667");
    assertThat(told("boris")).containsExactly("p1 0.3334", "p2 0.3333", "void 0", "unspent 0.3333");
  }

  @Test
  void example18WhatThePoolCannotPayWaitsForTheNextMonthsGifts() throws SQLException {
    log.in("2026-03").add("anna", f.donation(u(50)));
    log.add("p1", f.disbursement(u(80), "g1"));
    log.in("2026-04").add("p2", f.disbursement(u(20), "g1"));
    log.add("boris", f.donation(u(40)));

    assertThat(told("anna")).containsExactly("p1 50", "void 0", "unspent 0");
    assertThat(told("boris")).containsExactly("p1 30", "p2 10", "void 0", "unspent 0");
    assertThat(trail("boris").hops().getFirst().steps().getFirst().month()).isEqualTo("2026-04");
  }

  @Test
  void example19RefundOfAnOlderGiftVoidsWhatIsLeftOfItAndTheRestIsPaidByThePool()
      throws SQLException {
    log.in("2026-03").add("anna", f.donation(u(100)));
    log.add("boris", f.donation(u(100)));
    log.add("p1", f.disbursement(u(100), "g1"));
    log.in("2026-04").add("r1", f.refund(u(80), "anna"));

    assertThat(told("anna")).containsExactly("p1 50", "void 50", "unspent 0");
    assertThat(told("boris")).containsExactly("p1 50", "r1 30", "void 0", "unspent 20");
  }

  @Test
  void example20RefundOfAGiftOfTheSameMonthLowersThatGift() throws SQLException {
    log.add("anna", f.donation(u(100)));
    log.add("boris", f.donation(u(80)));
    log.add("p1", f.disbursement(u(50), "g1"));
    log.add("r1", f.refund(u(80), "anna"));

    assertThat(told("anna")).containsExactly("p1 10", "void 80", "unspent 10");
    assertThat(told("boris")).containsExactly("p1 40", "void 0", "unspent 40");
  }

  @Test
  void example21WhatComesBackLowersPaymentsOfItsMonthAndElseJoinsThePool() throws SQLException {
    log.in("2026-03").add("anna", f.donation(u(100)));
    log.add("p1", f.disbursement(u(80), "g1"));
    log.add("c1", Flows.corrected("p1", f.disbursement(u(20), "g1")));
    log.add("b1", f.back(u(10), "g1"));
    log.in("2026-04").add("b2", f.back(u(50), "g1"));
    log.add("p2", f.disbursement(u(40), "g2"));

    assertThat(told("anna")).containsExactly("p1 50", "p2 20", "void 0", "unspent 30");
    assertThat(trail("anna").hops().getFirst().months().getLast())
        .isEqualTo(new Trail.Month("2026-04", "50", "100", "40", "20"));
  }

  @Test
  void example22CorrectedRefundOfTheSameMonthIsUndoneAndALaterOneJoinsThePool()
      throws SQLException {
    log.in("2026-03").add("anna", f.donation(u(100)));
    log.add("r1", f.refund(u(60), "anna"));
    log.add("c1", Flows.corrected("r1", f.refund(u(20), "anna")));
    log.in("2026-04").add("c2", Flows.corrected("r1", f.refund(u(40), "anna")));
    log.add("p1", f.disbursement(u(50), "g1"));

    assertThat(told("anna")).containsExactly("p1 30", "void 40", "unspent 30");
  }

  @Test
  void example23UnitsAreFollowedThroughTransfersAndExchangesUnitByUnit() throws SQLException {
    log.add("anna", f.donation(u(100)));
    log.add("boris", f.donation(u(100)));
    log.add("out", f.transferOut(u(80), "G", "in"));
    log.add("in", g.transferIn(u(80), "F", "out"));
    log.add("swap", f.exchange(u(60), u(6)));
    log.in("2026-04").add("p1", g.disbursement(u(20), "g1"));

    Trail anna = trail("anna");

    assertThat(told(anna.hops().getFirst()))
        .containsExactly("out 40", "swap 30", "void 0", "unspent 30");
    assertThat(anna.hops().get(1).fund()).isEqualTo("G");
    assertThat(told(anna.hops().get(1))).containsExactly("p1 10", "void 0", "unspent 30");
    assertThat(anna.hops().get(2).unit()).isEqualTo("EUR");
    assertThat(told(anna.hops().get(2))).containsExactly("void 0", "unspent 3");
    assertThat(anna.provisionalFrom()).isEqualTo("2026-03");
  }

  @Test
  void example24EarmarkedGiftKeepsItsOwnLine() throws SQLException {
    log.add("roof", f.earmarked(u(50)));
    log.add("anna", f.donation(u(50)));
    log.add("p1", f.disbursement(u(20), "g1"));
    log.add("p2", f.disbursement(u(10), "g1", "roof"));

    assertThat(told("anna")).containsExactly("p1 20", "void 0", "unspent 30");
    assertThat(told("roof")).containsExactly("p2 10", "void 0", "unspent 40");
    assertThat(trail("roof").lens()).isEqualTo("earmarked");
    assertThat(trail("roof").provisionalFrom()).isNull();
  }

  @Test
  void monthThatIsNotOverIsProvisionalAndStandsForEverOnceALaterOneBegan() throws SQLException {
    log.in("2026-03").add("anna", f.donation(u(100)));
    log.add("p1", f.disbursement(u(50), "g1"));
    Trail march = trail("F", "anna", 2);
    log.add("boris", f.donation(u(100)));
    log.in("2026-04").add("clara", f.donation(u(100)));
    Trail april = trail("F", "anna", 4);
    log.in("2026-03").add("late", f.disbursement(u(30), "g1"));

    assertThat(march.provisionalFrom()).isEqualTo("2026-03");
    assertThat(told(march.hops().getFirst())).containsExactly("p1 50", "void 0", "unspent 50");
    assertThat(told(april.hops().getFirst())).containsExactly("p1 25", "void 0", "unspent 75");
    assertThat(april.provisionalFrom()).isEqualTo("2026-04");
    assertThat(trail("F", "anna", 2)).isEqualTo(march);
    assertThat(trail("F", "anna", 4)).isEqualTo(april);
    assertThat(told("anna")).containsExactly("p1 25", "late 9", "void 0", "unspent 66");
  }

  @Test
  void amountsBeyondSixtyFourBitsAreShared() throws SQLException {
    long large = 4_000_000_000_000_000_000L;
    for (String id : List.of("anna", "boris", "clara")) {
      log.add(id, f.donation(large));
    }
    log.add("p1", f.disbursement(large, "g1"));
    log.add("p2", f.disbursement(large, "g1"));

    assertThat(told("anna"))
        .containsExactly(
            "p1 133333333333333.3333",
            "p2 133333333333333.3333",
            "void 0",
            "unspent 133333333333333.3334");
  }

  @Test
  void stepsAreBoundedAndWhatIsLeftOutIsSaid() throws SQLException {
    log.add("anna", f.donation(u(4000)));
    for (int i = 0; i < 3000; i++) {
      log.add("p" + i, f.disbursement(u(i == 1500 ? 2 : 1), "g1"));
    }

    Hop hop = trail("anna").hops().getFirst();

    assertThat(hop.steps()).hasSize(Steps.MAX_STEPS);
    assertThat(hop.steps()).extracting(Trail.Step::id).startsWith("p0").endsWith("p1500");
    assertThat(hop.spent()).isEqualTo("3001");
    assertThat(hop.spentLeftOut()).isEqualTo("2900");
  }
}
