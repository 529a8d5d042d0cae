package org.lepta.ledger.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.lepta.ledger.rule.TestLedger.BOOKS;
import static org.lepta.ledger.rule.TestLedger.EUR;
import static org.lepta.ledger.rule.TestLedger.GBP;
import static org.lepta.ledger.rule.TestLedger.ONE;
import static org.lepta.ledger.rule.TestLedger.OTHERS;
import static org.lepta.ledger.rule.TestLedger.SCHOOL;
import static org.lepta.ledger.rule.TestLedger.TWO;
import static org.lepta.ledger.rule.TestLedger.amount;
import static org.lepta.ledger.rule.TestLedger.by;
import static org.lepta.ledger.rule.TestLedger.donation;
import static org.lepta.ledger.rule.TestLedger.entry;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.lepta.ledger.Samples;
import org.lepta.ledger.entry.Amendment;
import org.lepta.ledger.entry.AmendmentReason;
import org.lepta.ledger.entry.Assessment;
import org.lepta.ledger.entry.AssessmentResult;
import org.lepta.ledger.entry.Condition;
import org.lepta.ledger.entry.ConditionType;
import org.lepta.ledger.entry.Confirmation;
import org.lepta.ledger.entry.Disbursement;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Expenditure;
import org.lepta.ledger.entry.Fee;
import org.lepta.ledger.entry.Grant;
import org.lepta.ledger.entry.Refund;
import org.lepta.ledger.entry.Release;
import org.lepta.ledger.entry.SpendClass;
import org.lepta.ledger.entry.Tranche;
import org.lepta.ledger.entry.TransferIn;
import org.lepta.ledger.entry.TransferOut;

class LaneTest {

  private final TestLedger ledger = TestLedger.started();

  private @Nullable Code decide(Entry entry) {
    return TestLedger.code(ledger.decide(ONE, entry).getFirst());
  }

  private void must(Entry... entries) {
    ledger.mustDecide(ONE, entries);
  }

  static Entry grant(String id, String amount, Tranche... tranches) {
    return entry(
        id,
        new Grant(SCHOOL, GBP, amount(amount), null, null, List.of(tranches), null, null, null));
  }

  static Entry release(String id, String grant, String amount, @Nullable Integer tranche) {
    return entry(
        id, new Release(SCHOOL, GBP, amount(amount), grant, tranche, Samples.hash("account")));
  }

  static Entry payment(String id, String amount, @Nullable String grant, @Nullable String release) {
    return entry(
        id, new Disbursement(SCHOOL, GBP, amount(amount), grant, release, null, null, null, null));
  }

  static Entry amendment(String id, String grant, String amount, Tranche... tranches) {
    AmendmentReason reason = AmendmentReason.MORE;
    return entry(
        id,
        new Amendment(SCHOOL, GBP, amount(amount), grant, reason, null, null, List.of(tranches)));
  }

  private static Tranche tranche(int number, String amount, Condition... conditions) {
    return new Tranche(number, amount(amount), null, List.of(conditions));
  }

  private static Condition condition(ConditionType type) {
    return new Condition(type, null, null);
  }

  @Nested
  class Seals {

    @Test
    void makeRecordedMoneySpendable() {
      ledger.record(ONE, entry("d-1", donation(SCHOOL, "100")));

      assertThat(decide(grant("g-1", "100"))).isEqualTo(Code.FREE_NOT_ENOUGH);
      ledger.seal(ONE);
      assertThat(decide(grant("g-1", "100"))).isNull();
    }

    @Test
    void countEachBatchOnce() {
      ledger.record(ONE, entry("d-1", donation(SCHOOL, "100")));
      ledger.record(ONE, entry("d-2", donation(SCHOOL, "10")), entry("d-3", donation(BOOKS, "1")));

      ledger.seal(ONE);
      ledger.seal(ONE);

      assertThat(ledger.balanceText(SCHOOL)).isEqualTo("110 free, 0 committed, 0 released");
      assertThat(ledger.balanceText(BOOKS)).isEqualTo("1 free, 0 committed, 0 released");
    }

    @Test
    void stopAtAMissingBatch() {
      ledger.record(ONE, entry("d-1", donation(SCHOOL, "100")));

      assertThatExceptionOfType(RefusedException.class)
          .isThrownBy(() -> ledger.decide(ONE, 2))
          .satisfies(e -> assertThat(e.code()).isEqualTo(Code.SEAL_GAP));
    }

    @Test
    void areBounded() {
      assertThatExceptionOfType(RefusedException.class)
          .isThrownBy(() -> ledger.decide(ONE, 501))
          .satisfies(e -> assertThat(e.code()).isEqualTo(Code.REQUEST_TOO_LARGE));
    }
  }

  @Nested
  class Grants {

    @Test
    void neverExceedTheFreeBalanceAlsoWithinOneTransaction() {
      ledger.give(SCHOOL, "100");

      List<Result> results = ledger.decide(ONE, grant("g-1", "60"), grant("g-2", "60"));

      assertThat(results.getFirst()).isInstanceOf(Result.Recorded.class);
      assertThat(TestLedger.code(results.get(1))).isEqualTo(Code.FREE_NOT_ENOUGH);
      assertThat(ledger.balanceText(SCHOOL)).isEqualTo("40 free, 60 committed, 0 released");
    }

    @Test
    void ofNothingAreRefusedInAManagedFund() {
      assertThat(decide(grant("g-1", "0"))).isEqualTo(Code.AMOUNT_INVALID);
    }

    @Test
    void areTheOwnersOwnStatement() {
      ledger.give(SCHOOL, "100");
      must(grant("g-1", "60"));
      Entry sameIdByAnother = by(TWO, "g-1", grant("g-1", "1").body());

      assertThat(decide(sameIdByAnother)).isEqualTo(Code.NOT_ENTITLED);
      assertThat(decide(release("r-1", "g-1", "60", null))).isNull();
    }

    @Test
    void sentAgainAreRepeatedAndWithOtherContentRefused() {
      ledger.give(SCHOOL, "100");
      must(grant("g-1", "60"));

      assertThat(ledger.decide(ONE, grant("g-1", "60")).getFirst())
          .isInstanceOf(Result.Repeated.class);
      assertThat(ledger.decide(ONE, grant("g-1", "61")).getFirst())
          .isEqualTo(new Result.Refused(Code.EXISTS_WITH_OTHER_CONTENT, "amount"));
      assertThat(ledger.balanceText(SCHOOL)).isEqualTo("40 free, 60 committed, 0 released");
    }

    @Test
    void whoseTranchesOverflowAreRefusedAndLoseNoNeighbour() {
      ledger.give(SCHOOL, "100");
      String most = "100000000000000";
      Tranche[] many = new Tranche[20];
      for (int i = 0; i < many.length; i++) {
        many[i] = tranche(i + 1, most);
      }

      List<Result> results = ledger.decide(ONE, grant("g-1", most, many), grant("g-2", "5"));

      assertThat(TestLedger.code(results.getFirst())).isEqualTo(Code.AMOUNT_INVALID);
      assertThat(results.get(1)).isInstanceOf(Result.Recorded.class);
    }
  }

  @Nested
  class Amendments {

    @Test
    void moveMoneyBothWays() {
      ledger.give(SCHOOL, "100");
      must(grant("g-1", "60"), amendment("a-1", "g-1", "30"), amendment("a-2", "g-1", "-50"));

      assertThat(ledger.balanceText(SCHOOL)).isEqualTo("60 free, 40 committed, 0 released");
    }

    @Test
    void needTheFreeBalanceAndLeaveWhatIsReleased() {
      ledger.give(SCHOOL, "100");
      must(grant("g-1", "60"), release("r-1", "g-1", "20", null));

      assertThat(decide(amendment("a-1", "g-1", "40.0001"))).isEqualTo(Code.FREE_NOT_ENOUGH);
      assertThat(decide(amendment("a-2", "g-1", "-40.0001"))).isEqualTo(Code.AWARDED_NOT_ENOUGH);
      assertThat(decide(amendment("a-3", "none", "1"))).isEqualTo(Code.GRANT_UNKNOWN);
      assertThat(decide(amendment("a-4", "g-1", "-40"))).isNull();
    }

    @Test
    void ofTranchesKeepWhatWasDoneAndAddUp() {
      ledger.give(SCHOOL, "100");
      must(grant("g-1", "60", tranche(1, "20"), tranche(2, "40")));
      must(release("r-1", "g-1", "15", 1));

      assertThat(decide(amendment("a-1", "g-1", "10"))).isEqualTo(Code.AMOUNT_INVALID);
      assertThat(decide(amendment("a-2", "g-1", "-20", tranche(1, "40"))))
          .isEqualTo(Code.TRANCHE_UNKNOWN);
      assertThat(decide(amendment("a-3", "g-1", "0", tranche(1, "14"), tranche(2, "46"))))
          .isEqualTo(Code.TRANCHE_NOT_ENOUGH);
      must(amendment("a-4", "g-1", "5", tranche(1, "15"), tranche(2, "40"), tranche(3, "10")));
      assertThat(decide(release("r-2", "g-1", "0.0001", 1))).isEqualTo(Code.TRANCHE_NOT_ENOUGH);
      assertThat(decide(release("r-3", "g-1", "10", 3))).isNull();
    }

    @Test
    void wrongSumsAreToldBeforeMissingMoney() {
      ledger.give(SCHOOL, "60");
      must(grant("g-1", "60", tranche(1, "60")));

      assertThat(decide(amendment("a-1", "g-1", "50", tranche(1, "60"))))
          .isEqualTo(Code.AMOUNT_INVALID);
    }
  }

  @Nested
  class Releases {

    @Test
    void needTheirTrancheAndItsRest() {
      ledger.give(SCHOOL, "100");
      must(grant("g-1", "60", tranche(1, "20"), tranche(2, "40")), grant("g-2", "10"));

      assertThat(decide(release("r-1", "g-1", "5", null))).isEqualTo(Code.TRANCHE_UNKNOWN);
      assertThat(decide(release("r-1", "g-1", "5", 3))).isEqualTo(Code.TRANCHE_UNKNOWN);
      assertThat(decide(release("r-1", "g-2", "5", 1))).isEqualTo(Code.TRANCHE_UNKNOWN);
      assertThat(decide(release("r-1", "g-1", "20.5", 1))).isEqualTo(Code.TRANCHE_NOT_ENOUGH);
      assertThat(decide(release("r-1", "g-1", "60.5", 2))).isEqualTo(Code.AWARDED_NOT_ENOUGH);
      assertThat(decide(release("r-1", "g-1", "20", 1))).isNull();
      assertThat(ledger.balanceText(SCHOOL)).isEqualTo("30 free, 50 committed, 20 released");
    }

    @Test
    void waitForADate() {
      ledger.give(SCHOOL, "100");
      Condition march2 = new Condition(ConditionType.DATE, LocalDate.of(2026, 3, 2), null);
      must(grant("g-1", "60", tranche(1, "60", march2)));

      assertThat(decide(release("r-1", "g-1", "60", 1))).isEqualTo(Code.CONDITION_NOT_MET);
      ledger.time = ledger.time.plusSeconds(12 * 60 * 60);
      assertThat(decide(release("r-1", "g-1", "60", 1))).isNull();
    }

    @Test
    void waitForDocuments() {
      ledger.give(SCHOOL, "100");
      must(grant("g-1", "60", tranche(1, "60", new Condition(ConditionType.EVIDENCE, null, 2))));
      Entry bare = release("r-1", "g-1", "60", 1);

      assertThat(decide(bare)).isEqualTo(Code.CONDITION_NOT_MET);
      assertThat(decide(proven(bare, 1))).isEqualTo(Code.CONDITION_NOT_MET);
      assertThat(decide(proven(bare, 2))).isNull();
    }

    private static Entry proven(Entry entry, int documents) {
      return new Entry(
          entry
              .header()
              .proven(List.of(Samples.hash("a"), Samples.hash("b")).subList(0, documents)),
          entry.body());
    }

    @Test
    void waitForAMilestoneOfWhichTheNewestAssessmentDecides() {
      ledger.give(SCHOOL, "100");
      must(grant("g-1", "60", tranche(1, "60", condition(ConditionType.MILESTONE))));

      must(assessed("s-1", AssessmentResult.PARTLY_MET));
      assertThat(decide(release("r-1", "g-1", "10", 1))).isEqualTo(Code.CONDITION_NOT_MET);
      must(assessed("s-2", AssessmentResult.MET));
      assertThat(decide(release("r-1", "g-1", "10", 1))).isNull();
      must(assessed("s-3", AssessmentResult.NOT_MET));
      assertThat(decide(release("r-2", "g-1", "10", 1))).isEqualTo(Code.CONDITION_NOT_MET);
    }

    private static Entry assessed(String id, AssessmentResult result) {
      return entry(id, new Assessment(SCHOOL, null, "g-1", 1, result));
    }

    @Test
    void waitForTheConfirmationOfThePreviousTranche() {
      ledger.give(SCHOOL, "100");
      must(
          grant(
              "g-1",
              "60",
              tranche(1, "20", condition(ConditionType.CONFIRMATION)),
              tranche(2, "40", condition(ConditionType.CONFIRMATION))));

      assertThat(decide(release("r-1", "g-1", "20", 1))).isNull();
      assertThat(decide(release("r-2", "g-1", "40", 2))).isEqualTo(Code.CONDITION_NOT_MET);
      must(
          entry(
              "k-1",
              new Confirmation(SCHOOL, "disbursement:p-1", GBP, amount("20"), null, "g-1", 1)));
      assertThat(decide(release("r-2", "g-1", "40", 2))).isNull();
    }
  }

  @Nested
  class Payments {

    @Test
    void neverExceedTheirReleaseButNeedNone() {
      ledger.give(SCHOOL, "100");
      must(grant("g-1", "60"), grant("g-2", "5"), release("r-1", "g-1", "50", null));

      assertThat(decide(payment("p-1", "50.0001", "g-1", "r-1")))
          .isEqualTo(Code.RELEASE_NOT_ENOUGH);
      assertThat(decide(payment("p-1", "50", "g-2", "r-1"))).isEqualTo(Code.RELEASE_UNKNOWN);
      assertThat(decide(payment("p-1", "50", "g-1", "r-9"))).isEqualTo(Code.RELEASE_UNKNOWN);
      assertThat(decide(payment("p-1", "50", "g-9", null))).isEqualTo(Code.GRANT_UNKNOWN);
      must(payment("p-1", "50", "g-1", "r-1"), payment("p-2", "40", null, null));
      assertThat(decide(payment("p-3", "0.0001", "g-1", "r-1"))).isEqualTo(Code.RELEASE_NOT_ENOUGH);
      assertThat(ledger.balanceText(SCHOOL)).isEqualTo("-5 free, 15 committed, 0 released");
    }

    @Test
    void aChargebackMakesTheFundShortAndStopsDecisionsUntilCovered() {
      ledger.give(SCHOOL, "100");
      must(grant("g-1", "80"));
      must(
          entry("b-1", new Refund(SCHOOL, GBP, amount("50"), "gift-0", "chargeback", null)),
          entry("e-1", new Fee(SCHOOL, GBP, amount("1"), null, null)));

      assertThat(ledger.balanceText(SCHOOL)).isEqualTo("-31 free, 80 committed, 0 released");
      assertThat(decide(grant("g-2", "0.0001"))).isEqualTo(Code.FREE_NOT_ENOUGH);
      assertThat(decide(amendment("a-1", "g-1", "-10"))).isNull();
      ledger.give(SCHOOL, "21");
      assertThat(decide(grant("g-2", "0.0001"))).isEqualTo(Code.FREE_NOT_ENOUGH);
      ledger.give(SCHOOL, "0.0001");
      assertThat(decide(grant("g-2", "0.0001"))).isNull();
    }

    @Test
    void ownCostIsAFactAndAGranteesSpendingIsPacked() {
      Entry own = entry("x-1", spending(null));
      Entry theirs = entry("x-2", spending("g-1"));

      assertThat(decide(own)).isNull();
      assertThat(decide(theirs)).isEqualTo(Code.WRONG_TRANSACTION);
      assertThat(ledger.record(ONE, theirs).getFirst()).isInstanceOf(Result.Recorded.class);
      assertThat(TestLedger.code(ledger.record(ONE, own).getFirst()))
          .isEqualTo(Code.WRONG_TRANSACTION);
    }

    private static Expenditure spending(@Nullable String grant) {
      return new Expenditure(SCHOOL, GBP, amount("3"), SpendClass.RUNNING, grant, null, null, null);
    }
  }

  @Nested
  class Transfers {

    static Entry out(String id, String amount, String toFund, String other) {
      return entry(id, new TransferOut(SCHOOL, GBP, amount(amount), toFund, other, "board"));
    }

    static Entry in(String id, String amount, String other) {
      return entry(id, new TransferIn(BOOKS, GBP, amount(amount), SCHOOL, other, "board"));
    }

    @Test
    void moveMoneyBetweenFundsOfOneOwner() {
      ledger.give(SCHOOL, "100");

      must(out("o-1", "40", BOOKS, "i-1"), in("i-1", "40", "o-1"));

      assertThat(ledger.balance(SCHOOL).free()).hasToString("60");
      assertThat(ledger.balance(BOOKS).free()).hasToString("40");
    }

    @Test
    void standTogetherOrNotAtAll() {
      ledger.give(SCHOOL, "100");
      Entry[][] broken = {
        {out("o-1", "40", BOOKS, "i-1")},
        {in("i-1", "40", "o-1")},
        {in("i-1", "40", "o-1"), out("o-1", "40", BOOKS, "i-1")},
        {out("o-1", "40", BOOKS, "i-1"), in("i-1", "41", "o-1")},
        {out("o-1", "40", BOOKS, "i-2"), in("i-1", "40", "o-1")},
        {out("o-1", "40", OTHERS, "i-1"), in("i-1", "40", "o-1")},
      };

      for (Entry[] entries : broken) {
        assertThat(ledger.decide(ONE, entries))
            .extracting(TestLedger::code)
            .containsOnly(Code.TRANSFER_UNPAIRED);
      }
      assertThat(ledger.balance(SCHOOL).free()).hasToString("100");
      assertThat(ledger.balance(BOOKS).free()).hasToString("0");
    }

    @Test
    void aHalfAloneLosesNoNeighbour() {
      ledger.give(SCHOOL, "100");

      List<Result> results = ledger.decide(ONE, out("o-1", "40", BOOKS, "i-1"), grant("g-1", "5"));

      assertThat(TestLedger.code(results.getFirst())).isEqualTo(Code.TRANSFER_UNPAIRED);
      assertThat(results.get(1)).isInstanceOf(Result.Recorded.class);
    }

    @Test
    void aRepeatedHalfDoesNotCarryANewOne() {
      ledger.give(SCHOOL, "100");
      must(out("o-1", "40", BOOKS, "i-1"), in("i-1", "40", "o-1"));
      Entry sameStatedByAnother = by(TWO, "i-1", in("i-1", "40", "o-1").body());

      assertThat(ledger.decide(ONE, out("o-1", "40", BOOKS, "i-1"), sameStatedByAnother))
          .extracting(TestLedger::code)
          .containsOnly(Code.NOT_ENTITLED);
      assertThat(ledger.balance(BOOKS).free()).hasToString("40");
    }

    @Test
    void needTheFreeBalance() {
      assertThat(ledger.decide(ONE, out("o-1", "40", BOOKS, "i-1"), in("i-1", "40", "o-1")))
          .extracting(TestLedger::code)
          .containsOnly(Code.FREE_NOT_ENOUGH);
    }
  }

  @Nested
  class Ownership {

    @Test
    void onlyTheOwnerPostsToAManagedFund() {
      Entry grant =
          by(
              TWO,
              "g-1",
              new Grant(SCHOOL, GBP, amount("1"), null, null, List.of(), null, null, null));

      assertThat(TestLedger.code(ledger.decide(TWO, grant).getFirst()))
          .isEqualTo(Code.NOT_FUND_OWNER);
      assertThat(
              TestLedger.code(ledger.record(TWO, entry("d-1", donation(SCHOOL, "1"))).getFirst()))
          .isEqualTo(Code.NOT_FUND_OWNER);
    }

    @Test
    void aManagedFundTakesOnlyItsUnits() {
      Entry fee =
          entry(
              "e-1",
              new Fee(SCHOOL, new org.lepta.ledger.money.Unit("RUB"), amount("1"), null, null));

      assertThat(decide(fee)).isEqualTo(Code.UNIT_NOT_DECLARED);
      assertThat(decide(entry("e-2", new Fee(SCHOOL, EUR, amount("1"), null, null)))).isNull();
    }
  }
}
