package org.lepta.service.trail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The worked examples of docs/reference/trails, by their numbers. */
class FundLineTest {

  private final Flows fund = new Flows("F");
  private final TestLog log = new TestLog();

  private LineTable table() {
    return LineTable.of(log);
  }

  @Nested
  class Drawing {

    /** Example 1. */
    @Test
    void aPaymentDrawsTheOldestUnspentUnits() {
      log.add("opening", fund.opening(20));
      log.add("anna", fund.donation(100));
      log.add("boris", fund.donation(50));
      log.add("p1", fund.disbursement(60, "g1"));
      log.add("p2", fund.disbursement(70, "g2"));

      assertThat(table().draws())
          .containsExactly(
              "opening 0-20 > p1 0-20",
              "anna 0-40 > p1 20-60",
              "anna 40-100 > p2 0-60",
              "boris 0-10 > p2 60-70");
      assertThat(table().unspent()).containsExactly("boris 10-50");
    }

    /** Example 2. */
    @Test
    void spendingBeyondWhatWasGivenIsCoveredLaterOldestFirst() {
      log.add("anna", fund.donation(50));
      log.add("p1", fund.disbursement(80, "g1"));
      log.add("p2", fund.own(20));
      assertThat(table().uncovered()).containsExactly("p1 50-80", "p2 0-20");

      log.add("boris", fund.donation(40));

      assertThat(table().draws())
          .containsExactly("anna 0-50 > p1 0-50", "boris 0-30 > p1 50-80", "boris 30-40 > p2 0-10");
      assertThat(table().uncovered()).containsExactly("p2 10-20");
      assertThat(table().unspent()).isEmpty();
    }

    /** Example 3. */
    @Test
    void transfersExchangesFeesAndOwnSpendingDrawLikePayments() {
      log.add("anna", fund.donation(100));
      log.add("fee", fund.fee(3, "anna"));
      log.add("out", fund.transferOut(20, "G", "in"));
      log.add("in", new Flows("G").transferIn(20, "F", "out"));
      log.add("rent", fund.own(7));
      log.add("swap", fund.exchange(50, 5));

      assertThat(table().draws())
          .containsExactly(
              "anna 0-3 > fee 0-3",
              "anna 3-23 > out 0-20",
              "anna 23-30 > rent 0-7",
              "anna 30-80 > swap 0-50");
      assertThat(table().unspent()).containsExactly("anna 80-100", "in 0-20", "swap 0-5");
    }

    @Test
    void whatAGranteeDoesIsBeyondTheLine() {
      log.add("anna", fund.donation(100));
      log.add("p1", fund.disbursement(60, "g1"));
      log.add("x1", fund.byGrantee(20, "g1"));
      log.add("s1", fund.passOn(10, "g1", null));
      log.add("c1", Flows.corrected("x1", fund.byGrantee(5, "g1")));

      assertThat(table().draws()).containsExactly("anna 0-60 > p1 0-60");
      assertThat(table().unspent()).containsExactly("anna 60-100");
    }

    @Test
    void repeatsWithoutEffectAndZeroAmountsDoNothing() {
      log.add("anna", fund.donation(100));
      log.addRepeat("anna", fund.donation(100));
      log.add("zero", fund.donation(0));
      log.add("p1", fund.disbursement(150, "g1"));

      assertThat(table().draws()).containsExactly("anna 0-100 > p1 0-100");
      assertThat(table().uncovered()).containsExactly("p1 100-150");
    }
  }

  @Nested
  class Refunding {

    /** Example 4. */
    @Test
    void aRefundVoidsItsOwnUnspentUnitsAndMovesNobodyElse() {
      log.add("anna", fund.donation(100));
      log.add("boris", fund.donation(100));
      log.add("p1", fund.disbursement(60, "g1"));
      log.add("r", fund.refund(30, "anna"));
      log.add("p2", fund.disbursement(30, "g1"));

      assertThat(table().voids()).containsExactly("anna 70-100 x r");
      assertThat(table().draws())
          .containsExactly("anna 0-60 > p1 0-60", "anna 60-70 > p2 0-10", "boris 0-20 > p2 10-30");
      assertThat(table().unspent()).containsExactly("boris 20-100");
    }

    /** Example 5. */
    @Test
    void theSpentPartOfARefundIsDrawnLikeAPayment() {
      log.add("anna", fund.donation(100));
      log.add("boris", fund.donation(100));
      log.add("p1", fund.disbursement(80, "g1"));
      log.add("r", fund.refund(100, "anna"));

      assertThat(table().voids()).containsExactly("anna 80-100 x r");
      assertThat(table().draws()).containsExactly("anna 0-80 > p1 0-80", "boris 0-80 > r 0-80");
      assertThat(table().unspent()).containsExactly("boris 80-100");
    }

    /** Example 6. */
    @Test
    void aCorrectedRefundGivesItsUnitsBackNewestFirst() {
      log.add("anna", fund.donation(100));
      log.add("boris", fund.donation(100));
      log.add("p1", fund.disbursement(80, "g1"));
      log.add("r", fund.refund(100, "anna"));
      log.add("c", Flows.corrected("r", fund.refund(90, "anna")));

      assertThat(table().back()).containsExactly("boris 0-80 by c", "anna 90-100 by c");
      assertThat(table().unspent()).containsExactly("boris 80-100", "boris 0-80", "anna 90-100");
    }

    /** Example 7. */
    @Test
    void loweredGiftsOfEveryKindVoidTheirOwnUnits() {
      log.add("opening", fund.opening(10));
      log.add("anna", fund.donation(10));
      log.add("interest", fund.income(10));
      log.add("in", fund.transferIn(10, "G", "out"));
      log.add("c1", Flows.corrected("opening", fund.opening(4)));
      log.add("c2", Flows.corrected("anna", fund.donation(3)));
      log.add("c3", Flows.corrected("interest", fund.income(2)));
      log.add("c4", Flows.corrected("in", fund.transferIn(1, "G", "out")));

      assertThat(table().voids())
          .containsExactly(
              "opening 6-10 x c1", "anna 7-10 x c2", "interest 8-10 x c3", "in 9-10 x c4");
      assertThat(table().draws()).isEmpty();
    }

    @Test
    void aRefundOfAnUnknownGiftIsDrawnWhole() {
      log.add("anna", fund.donation(100));
      log.add("r", fund.refund(30, "nobody"));

      assertThat(table().voids()).isEmpty();
      assertThat(table().draws()).containsExactly("anna 0-30 > r 0-30");
    }

    @Test
    void unitsThatCameBackAreStillTheGiftsOwn() {
      log.add("anna", fund.donation(50));
      log.add("boris", fund.donation(50));
      log.add("p1", fund.disbursement(50, "g1"));
      log.add("b", fund.back(20, "g1"));
      log.add("r", fund.refund(50, "anna"));

      assertThat(table().voids()).containsExactly("anna 30-50 x r");
      assertThat(table().draws()).containsExactly("anna 0-50 > p1 0-50", "boris 0-30 > r 0-30");
    }
  }

  @Nested
  class TakingBack {

    /** Example 8. */
    @Test
    void aReturnBringsTheGrantsNewestPiecesBackAtTheEnd() {
      log.add("anna", fund.donation(50));
      log.add("boris", fund.donation(50));
      log.add("clara", fund.donation(50));
      log.add("p1", fund.disbursement(40, "g1"));
      log.add("p2", fund.disbursement(30, "g2"));
      log.add("p3", fund.disbursement(40, "g1"));
      log.add("b", fund.back(60, "g1"));
      log.add("p4", fund.disbursement(60, "g3"));

      assertThat(table().back())
          .containsExactly("clara 0-10 by b", "boris 20-50 by b", "anna 20-40 by b");
      assertThat(table().draws())
          .containsExactly(
              "anna 0-40 > p1 0-40",
              "anna 40-50 > p2 0-10",
              "boris 0-20 > p2 10-30",
              "boris 20-50 > p3 0-30",
              "clara 0-10 > p3 30-40",
              "clara 10-50 > p4 0-40",
              "clara 0-10 > p4 40-50",
              "boris 20-30 > p4 50-60");
      assertThat(table().unspent()).containsExactly("boris 30-50", "anna 20-40");
    }

    /** Example 9. */
    @Test
    void aLoweredPaymentTakesBackItsUncoveredPartFirst() {
      log.add("anna", fund.donation(50));
      log.add("p1", fund.disbursement(80, "g1"));
      log.add("c", Flows.corrected("p1", fund.disbursement(40, "g1")));
      log.add("boris", fund.donation(10));

      assertThat(table().reliefs()).containsExactly("p1 50-80 by c");
      assertThat(table().back()).containsExactly("anna 40-50 by c");
      assertThat(table().uncovered()).isEmpty();
      assertThat(table().unspent()).containsExactly("anna 40-50", "boris 0-10");
    }

    /** Example 10. */
    @Test
    void whatHasNoPieceComesBackWithoutAStatedOrigin() {
      log.add("anna", fund.donation(50));
      log.add("p1", fund.disbursement(30, "g1"));
      log.add("b", fund.back(45, "g1"));
      log.add("b2", fund.back(5, null));

      assertThat(table().back()).containsExactly("anna 0-30 by b", "? 15 by b", "? 5 by b2");
      assertThat(table().unspent()).containsExactly("anna 30-50", "anna 0-30", "? 15", "? 5");
    }

    /** Example 11. */
    @Test
    void unitsThatComeBackCoverTheOldestUncoveredSpending() {
      log.add("anna", fund.donation(50));
      log.add("p1", fund.disbursement(50, "g1"));
      log.add("p2", fund.disbursement(20, "g2"));
      log.add("b", fund.back(30, "g1"));

      assertThat(table().draws()).containsExactly("anna 0-50 > p1 0-50", "anna 20-40 > p2 0-20");
      assertThat(table().unspent()).containsExactly("anna 40-50");
    }

    @Test
    void paymentsOfEveryKindAreLowered() {
      log.add("anna", fund.donation(100));
      log.add("fee", fund.fee(10, "anna"));
      log.add("out", fund.transferOut(10, "G", "in"));
      log.add("swap", fund.exchange(10, 20));
      log.add("rent", fund.own(10));
      log.add("c1", Flows.corrected("fee", fund.fee(1, "anna")));
      log.add("c2", Flows.corrected("out", fund.transferOut(2, "G", "in")));
      log.add("c3", Flows.corrected("swap", fund.exchange(3, 6)));
      log.add("c4", Flows.corrected("rent", fund.own(4)));

      assertThat(table().back())
          .containsExactly(
              "anna 9-10 by c1", "anna 18-20 by c2", "anna 27-30 by c3", "anna 36-40 by c4");
      assertThat(table().voids()).containsExactly("swap 14-20 x c3");
    }

    @Test
    void aLoweredReturnVoidsWhatItBroughtBack() {
      log.add("anna", fund.donation(50));
      log.add("boris", fund.donation(50));
      log.add("p1", fund.disbursement(50, "g1"));
      log.add("b", fund.back(20, "g1"));
      log.add("c", Flows.corrected("b", fund.back(5, "g1")));

      assertThat(table().voids()).containsExactly("anna 45-50 x c");
      assertThat(table().draws()).containsExactly("anna 0-50 > p1 0-50");
    }
  }

  @Nested
  class Earmarks {

    /** Example 12. */
    @Test
    void onlyPaymentsThatNameAnEarmarkedGiftDrawFromIt() {
      log.add("roof", fund.earmarked(50));
      log.add("anna", fund.donation(50));
      log.add("p1", fund.disbursement(30, "g1"));
      log.add("p2", fund.disbursement(30, "g1", "roof"));

      assertThat(table().draws()).containsExactly("anna 0-30 > p1 0-30", "roof 0-30 > p2 0-30");
      assertThat(table().unspent()).containsExactly("roof 30-50", "anna 30-50");
    }

    /** Example 13. */
    @Test
    void anEarmarkedLineThatIsShortStaysUncoveredThere() {
      log.add("anna", fund.donation(50));
      log.add("roof", fund.earmarked(20));
      log.add("p1", fund.own(30, "roof"));
      log.add("boris", fund.donation(50));

      assertThat(table().draws()).containsExactly("roof 0-20 > p1 0-20");
      assertThat(table().uncovered()).containsExactly("p1 20-30");
      assertThat(table().unspent()).containsExactly("anna 0-50", "boris 0-50");
    }

    /** Example 14. */
    @Test
    void unitsComeBackToTheLineTheyWereDrawnFrom() {
      log.add("roof", fund.earmarked(50));
      log.add("anna", fund.donation(50));
      log.add("p1", fund.disbursement(30, "g1", "roof"));
      log.add("p2", fund.disbursement(10, "g1"));
      log.add("b", fund.back(25, "g1"));
      log.add("p3", fund.own(60));

      assertThat(table().back()).containsExactly("anna 0-10 by b", "roof 15-30 by b");
      assertThat(table().uncovered()).containsExactly("p3 50-60");
    }

    @Test
    void feesAndRefundsOfAnEarmarkedGiftStandOnItsLine() {
      log.add("anna", fund.donation(50));
      log.add("roof", fund.earmarked(50));
      log.add("fee", fund.fee(5, "roof"));
      log.add("r", fund.refund(50, "roof"));

      assertThat(table().draws()).containsExactly("roof 0-5 > fee 0-5");
      assertThat(table().voids()).containsExactly("roof 5-50 x r");
      assertThat(table().uncovered()).containsExactly("r 0-5");
      assertThat(table().unspent()).containsExactly("anna 0-50");
    }
  }

  @Test
  void sumsHaveNoBound() {
    long most = 1_000_000_000_000_000_000L;
    for (int i = 0; i < 30; i++) {
      log.add("d" + i, fund.donation(most));
      log.add("p" + i, fund.own(most));
    }

    assertThat(table().draws()).hasSize(30);
    assertThat(table().unspent()).isEmpty();
  }
}
