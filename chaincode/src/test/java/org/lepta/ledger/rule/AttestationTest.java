package org.lepta.ledger.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lepta.ledger.rule.TestLedger.ONE;
import static org.lepta.ledger.rule.TestLedger.SCHOOL;
import static org.lepta.ledger.rule.TestLedger.TWO;
import static org.lepta.ledger.rule.TestLedger.by;
import static org.lepta.ledger.rule.TestLedger.entry;
import static org.lepta.ledger.rule.TestLedger.genesis;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lepta.ledger.Samples;
import org.lepta.ledger.entry.Attestation;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Epoch;

/** What an auditor's result is taken by; the second rules version brought it. */
class AttestationTest {

  private static final String ELSEWHERE = "XM-NO/fund";

  private final TestLedger ledger = TestLedger.started();

  private static Attestation of(@Nullable String fund, long size, String result) {
    return new Attestation("fund", fund, size, Samples.hash("root"), result, null, null);
  }

  private @Nullable Code record(Entry entry) {
    return TestLedger.code(ledger.record(ONE, entry).getFirst());
  }

  @Test
  void isTakenOfTheLedgerAndOfAFundWhoeverStatesIt() {
    assertThat(record(entry("a-1", of(null, 1, "clean")))).isNull();
    assertThat(record(entry("a-2", of(SCHOOL, 12, "qualified")))).isNull();
    assertThat(record(by("XM-AUDITOR", "a-3", of(SCHOOL, 12, "disclaimer")))).isNull();
    assertThat(
            TestLedger.code(
                ledger.record(TWO, by(TWO, "a-4", of(SCHOOL, 1, "adverse"))).getFirst()))
        .isNull();
  }

  @Test
  void isOfAtLeastOneEntryOfAKnownFundAndInCodes() {
    assertThat(record(entry("a-1", of(null, 0, "clean")))).isEqualTo(Code.AMOUNT_INVALID);
    assertThat(record(entry("a-1", of(ELSEWHERE, 1, "clean")))).isEqualTo(Code.FUND_UNKNOWN);
    assertThat(record(entry("a-1", of(null, 1, "all is well")))).isEqualTo(Code.WORD_INVALID);
    Attestation turned =
        new Attestation(
            "fund",
            SCHOOL,
            1,
            Samples.hash("root"),
            "clean",
            LocalDate.of(2026, 2, 1),
            LocalDate.of(2026, 1, 31));
    assertThat(record(entry("a-1", turned))).isEqualTo(Code.DATE_INVALID);
  }

  @Test
  void travelsInABatch() {
    assertThat(TestLedger.code(ledger.decide(ONE, entry("a-1", of(null, 1, "clean"))).getFirst()))
        .isEqualTo(Code.WRONG_TRANSACTION);
  }

  @Test
  void isRefusedUntilTheSecondVersionIsInForce() {
    TestLedger first = TestLedger.started(genesis(1), List.of());
    Entry attestation = entry("a-1", of(ELSEWHERE, 1, "clean"));

    assertThat(TestLedger.code(first.record(ONE, attestation).getFirst()))
        .isEqualTo(Code.KIND_NOT_YET);
    first.mustDecide(ONE, entry("rules-2", new Epoch(2, 2, null, null, null, null)));
    assertThat(TestLedger.code(first.record(ONE, attestation).getFirst()))
        .isEqualTo(Code.FUND_UNKNOWN);
    assertThat(TestLedger.code(first.record(ONE, entry("a-1", of(null, 1, "clean"))).getFirst()))
        .isNull();
  }
}
