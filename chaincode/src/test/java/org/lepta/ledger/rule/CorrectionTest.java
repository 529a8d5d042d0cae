package org.lepta.ledger.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lepta.ledger.rule.TestLedger.BOOKS;
import static org.lepta.ledger.rule.TestLedger.GBP;
import static org.lepta.ledger.rule.TestLedger.ONE;
import static org.lepta.ledger.rule.TestLedger.REPORTED;
import static org.lepta.ledger.rule.TestLedger.SCHOOL;
import static org.lepta.ledger.rule.TestLedger.amount;
import static org.lepta.ledger.rule.TestLedger.donation;
import static org.lepta.ledger.rule.TestLedger.entry;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lepta.ledger.entry.Correction;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Fee;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.PassOn;
import org.lepta.ledger.entry.Refund;
import org.lepta.ledger.entry.Tranche;
import org.lepta.ledger.entry.TransferIn;
import org.lepta.ledger.entry.TransferOut;

class CorrectionTest {

  private final TestLedger ledger = TestLedger.started();

  @BeforeEach
  void give() {
    ledger.give(SCHOOL, "100");
  }

  private @Nullable Code decide(Entry entry) {
    return TestLedger.code(ledger.decide(ONE, entry).getFirst());
  }

  private static Entry correction(String id, @Nullable String target, Flow reverses) {
    return entry(id, new Correction(target, "typing-error", reverses));
  }

  private static Flow flow(Entry entry) {
    return (Flow) entry.body();
  }

  @Test
  void ofAGrantTakesBackWhatIsNotReleased() {
    ledger.mustDecide(ONE, LaneTest.grant("g-1", "60"), LaneTest.release("r-1", "g-1", "20", null));

    assertThat(decide(correction("c-1", "g-1", flow(LaneTest.grant("g", "40.0001")))))
        .isEqualTo(Code.ALREADY_SPENT);
    assertThat(decide(correction("c-1", "g-1", flow(LaneTest.grant("g", "40"))))).isNull();
    assertThat(decide(correction("c-2", "g-1", flow(LaneTest.grant("g", "0.0001")))))
        .isEqualTo(Code.ALREADY_SPENT);
    assertThat(ledger.balanceText(SCHOOL)).isEqualTo("80 free, 0 committed, 20 released");
  }

  @Test
  void ofAGrantInTranchesTakesItBackWhole() {
    Tranche whole = new Tranche(1, amount("60"), null, List.of());
    ledger.mustDecide(ONE, LaneTest.grant("g-1", "60", whole));

    assertThat(decide(correction("c-1", "g-1", flow(LaneTest.grant("g", "59")))))
        .isEqualTo(Code.AMOUNT_INVALID);
    assertThat(decide(correction("c-1", "g-1", flow(LaneTest.grant("g", "60"))))).isNull();
    assertThat(ledger.balanceText(SCHOOL)).isEqualTo("100 free, 0 committed, 0 released");
  }

  @Test
  void ofAnAmendmentGoesBothWays() {
    ledger.mustDecide(
        ONE,
        LaneTest.grant("g-1", "60"),
        LaneTest.amendment("a-1", "g-1", "20"),
        LaneTest.amendment("a-2", "g-1", "-30"));
    Flow less = flow(LaneTest.amendment("a", "g-1", "-30"));
    Flow more = flow(LaneTest.amendment("a", "g-1", "20"));

    assertThat(decide(correction("c-1", "a-2", more))).isEqualTo(Code.TARGET_UNKNOWN);
    assertThat(decide(correction("c-1", "a-2", less))).isNull();
    assertThat(decide(correction("c-2", "a-1", more))).isNull();
    assertThat(decide(correction("c-3", "a-1", more))).isEqualTo(Code.TARGET_UNKNOWN);
    assertThat(ledger.balanceText(SCHOOL)).isEqualTo("40 free, 60 committed, 0 released");
  }

  @Test
  void ofALessNeedsTheFreeBalance() {
    ledger.mustDecide(
        ONE,
        LaneTest.grant("g-1", "60"),
        LaneTest.amendment("a-1", "g-1", "-30"),
        LaneTest.grant("g-2", "70"));

    assertThat(decide(correction("c-1", "a-1", flow(LaneTest.amendment("a", "g-1", "-30")))))
        .isEqualTo(Code.FREE_NOT_ENOUGH);
  }

  @Test
  void ofAReleaseTakesBackWhatIsNotPaid() {
    ledger.mustDecide(
        ONE,
        LaneTest.grant("g-1", "60"),
        LaneTest.release("r-1", "g-1", "50", null),
        LaneTest.payment("p-1", "20", "g-1", "r-1"));

    assertThat(decide(correction("c-1", "r-1", flow(LaneTest.release("r", "g-1", "31", null)))))
        .isEqualTo(Code.ALREADY_SPENT);
    assertThat(decide(correction("c-1", "r-1", flow(LaneTest.release("r", "g-1", "30", null)))))
        .isNull();
    assertThat(ledger.balanceText(SCHOOL)).isEqualTo("40 free, 40 committed, 0 released");
    assertThat(decide(LaneTest.release("r-2", "g-1", "40", null))).isNull();
  }

  @Test
  void ofAPaymentGivesItsReleaseBack() {
    ledger.mustDecide(
        ONE,
        LaneTest.grant("g-1", "60"),
        LaneTest.release("r-1", "g-1", "50", null),
        LaneTest.payment("p-1", "50", "g-1", "r-1"));
    Flow without = flow(LaneTest.payment("p", "50", "g-1", null));
    Flow paid = flow(LaneTest.payment("p", "50", "g-1", "r-1"));

    assertThat(decide(correction("c-1", "p-1", without))).isEqualTo(Code.TARGET_UNKNOWN);
    assertThat(decide(correction("c-1", "p-9", paid))).isEqualTo(Code.TARGET_UNKNOWN);
    assertThat(decide(correction("c-1", "p-1", paid))).isNull();
    assertThat(ledger.balanceText(SCHOOL)).isEqualTo("40 free, 10 committed, 50 released");
    assertThat(decide(LaneTest.payment("p-2", "50", "g-1", "r-1"))).isNull();
  }

  @Test
  void ofFeesAndRefundsComesBackUpToWhatTheyWere() {
    Flow fee = new Fee(SCHOOL, GBP, amount("3"), null, null);
    Flow refund = new Refund(SCHOOL, GBP, amount("10"), "gift-0", "chargeback", null);
    ledger.mustDecide(ONE, entry("e-1", fee), entry("b-1", refund));
    Flow part = new Fee(SCHOOL, GBP, amount("2"), null, null);

    ledger.mustDecide(ONE, correction("c-1", "e-1", part), correction("c-2", "b-1", refund));

    assertThat(decide(correction("c-3", "e-1", part))).isEqualTo(Code.TARGET_UNKNOWN);
    assertThat(decide(correction("c-4", "gift-0", fee))).isEqualTo(Code.TARGET_UNKNOWN);
    assertThat(ledger.balance(SCHOOL).free()).hasToString("99");
  }

  @Test
  void ofADonationIsAFactAndMayMakeTheFundShort() {
    ledger.mustDecide(ONE, LaneTest.grant("g-1", "60"));
    Entry correction = correction("c-1", "gift-0", donation(SCHOOL, "100"));

    assertThat(TestLedger.code(ledger.record(ONE, correction).getFirst()))
        .isEqualTo(Code.WRONG_TRANSACTION);
    assertThat(decide(correction)).isNull();
    assertThat(ledger.balanceText(SCHOOL)).isEqualTo("-60 free, 60 committed, 0 released");
  }

  @Test
  void ofWhatTouchesNoBalanceIsPackedAndNamesItsTarget() {
    Flow passOn = new PassOn(SCHOOL, GBP, amount("5"), "g-1", null, null);

    assertThat(ledger.record(ONE, correction("c-1", "o-1", passOn)).getFirst())
        .isInstanceOf(Result.Recorded.class);
    assertThat(TestLedger.code(ledger.record(ONE, correction("c-2", null, passOn)).getFirst()))
        .isEqualTo(Code.TARGET_UNKNOWN);
    assertThat(decide(correction("c-1", "o-1", passOn))).isEqualTo(Code.WRONG_TRANSACTION);
  }

  @Test
  void inAReportedFundNeedsNoTarget() {
    Flow gift = donation(REPORTED, "5");

    assertThat(ledger.record(ONE, correction("c-1", null, gift)).getFirst())
        .isInstanceOf(Result.Recorded.class);
  }

  @Test
  void ofAManagedFundNamesItsTarget() {
    assertThat(decide(correction("c-1", null, donation(SCHOOL, "1"))))
        .isEqualTo(Code.TARGET_UNKNOWN);
  }

  @Test
  void ofACorrectionIsRefused() {
    Correction once = new Correction("gift-0", "typing-error", donation(SCHOOL, "1"));

    assertThat(decide(correction("c-1", "c-0", once))).isEqualTo(Code.ENTRY_MALFORMED);
  }

  @Test
  void ofATransferTakesBothHalvesBack() {
    transfer("40");
    Entry out = correction("c-1", "o-1", out("40"));
    Entry in = correction("c-2", "i-1", in("40"));

    assertThat(ledger.decide(ONE, out))
        .extracting(TestLedger::code)
        .containsOnly(Code.TRANSFER_UNPAIRED);
    assertThat(ledger.decide(ONE, in))
        .extracting(TestLedger::code)
        .containsOnly(Code.TRANSFER_UNPAIRED);
    ledger.mustDecide(ONE, out, in);
    assertThat(ledger.balance(SCHOOL).free()).hasToString("100");
    assertThat(ledger.balance(BOOKS).free()).hasToString("0");
  }

  @Test
  void ofATransferNeverRepeatsOneHalfAndAddsTheOther() {
    transfer("40");
    Entry out = correction("c-1", "o-1", out("10"));
    ledger.mustDecide(ONE, out, correction("c-2", "i-1", in("10")));

    assertThat(ledger.decide(ONE, out, correction("c-3", "i-1", in("10"))))
        .extracting(TestLedger::code)
        .containsOnly(Code.TRANSFER_UNPAIRED);
    assertThat(ledger.balance(SCHOOL).free()).hasToString("70");
    assertThat(ledger.balance(BOOKS).free()).hasToString("30");
  }

  @Test
  void ofATransferWhoseMoneyIsSpentIsRefused() {
    transfer("40");
    ledger.mustDecide(ONE, entry("e-1", new Fee(BOOKS, GBP, amount("1"), null, null)));

    assertThat(
            ledger.decide(
                ONE, correction("c-1", "o-1", out("40")), correction("c-2", "i-1", in("40"))))
        .extracting(TestLedger::code)
        .containsOnly(Code.ALREADY_SPENT);
    assertThat(ledger.balance(SCHOOL).free()).hasToString("60");
  }

  private void transfer(String amount) {
    ledger.mustDecide(ONE, entry("o-1", out(amount)), entry("i-1", in(amount)));
  }

  private static TransferOut out(String amount) {
    return new TransferOut(SCHOOL, GBP, amount(amount), BOOKS, "i-1", "board");
  }

  private static TransferIn in(String amount) {
    return new TransferIn(BOOKS, GBP, amount(amount), SCHOOL, "o-1", "board");
  }
}
