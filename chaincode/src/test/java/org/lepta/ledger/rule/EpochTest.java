package org.lepta.ledger.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lepta.ledger.rule.TestLedger.GBP;
import static org.lepta.ledger.rule.TestLedger.ONE;
import static org.lepta.ledger.rule.TestLedger.SCHOOL;
import static org.lepta.ledger.rule.TestLedger.TWO;
import static org.lepta.ledger.rule.TestLedger.amount;
import static org.lepta.ledger.rule.TestLedger.by;
import static org.lepta.ledger.rule.TestLedger.donation;
import static org.lepta.ledger.rule.TestLedger.entry;
import static org.lepta.ledger.rule.TestLedger.genesis;

import java.util.List;
import java.util.TreeSet;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lepta.ledger.Samples;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Epoch;
import org.lepta.ledger.entry.Fee;
import org.lepta.ledger.entry.Genesis;
import org.lepta.ledger.entry.Hash;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.LogKey;
import org.lepta.ledger.entry.Organisation;

/** What the second rules version brings, and how a ledger comes to it. */
class EpochTest {

  private static final String VKEY = "log.example+6b6b8a8d+AQIDBA==";
  private static final Hash ROOT = Samples.hash("root");

  private static TestLedger first() {
    return TestLedger.started(genesis(1), List.of());
  }

  private static Entry toSecond() {
    return entry("rules-2", epoch(2, 2));
  }

  private static Epoch epoch(int leaf, int rules) {
    return new Epoch(leaf, rules, null, null, null, null);
  }

  private static Entry continuing(long size) {
    return entry("rules-2", new Epoch(2, 2, null, "old.example/log", size, ROOT));
  }

  private static Entry moved(String id, long leaf) {
    return new Entry(
        Header.of(id, ONE).movedFrom(leaf), new Fee(SCHOOL, GBP, amount("1"), null, null));
  }

  private static @Nullable Code decided(TestLedger ledger, String organisation, Entry entry) {
    return TestLedger.code(ledger.decide(organisation, entry).getFirst());
  }

  @Test
  void isInForceFromTheNextTransactionOn() {
    TestLedger ledger = first();

    List<Result> together = ledger.decide(ONE, continuing(5), moved("e-1", 4));

    assertThat(together.getFirst()).isInstanceOf(Result.Recorded.class);
    assertThat(TestLedger.code(together.getLast())).isEqualTo(Code.KIND_NOT_YET);
    assertThat(decided(ledger, ONE, moved("e-1", 4))).isNull();
  }

  @Test
  void thatSwitchesIsStatedByTheFirstMemberUnderItsOwnId() {
    TestLedger ledger = first();

    assertThat(decided(ledger, TWO, by(TWO, "rules-2", epoch(2, 2)))).isEqualTo(Code.NOT_ENTITLED);
    assertThat(decided(ledger, ONE, by(TWO, "rules-2", epoch(2, 2)))).isEqualTo(Code.NOT_ENTITLED);
    assertThat(decided(ledger, ONE, entry("epoch-2", epoch(2, 2)))).isEqualTo(Code.ID_INVALID);
    assertThat(decided(ledger, ONE, entry("rules-2", epoch(2, 1)))).isEqualTo(Code.KIND_NOT_YET);
    assertThat(decided(ledger, ONE, entry("rules-3", epoch(3, 3)))).isEqualTo(Code.KIND_NOT_YET);
    assertThat(decided(ledger, ONE, toSecond())).isNull();
  }

  @Test
  void neverGoesBackAndNamesNoPreviousLogLater() {
    TestLedger ledger = TestLedger.started();

    assertThat(decided(ledger, ONE, entry("back", epoch(1, 1)))).isEqualTo(Code.KIND_NOT_YET);
    assertThat(decided(ledger, ONE, entry("again", epoch(2, 2)))).isNull();
    Epoch late = new Epoch(2, 2, null, "old.example/log", 5L, ROOT);
    assertThat(decided(ledger, ONE, entry("late", late))).isEqualTo(Code.KIND_NOT_YET);
  }

  @Test
  void ofTheFirstVersionStaysWhatItWas() {
    TestLedger ledger = first();
    Epoch named = new Epoch(1, 1, null, "old.example/log", null, null);

    assertThat(decided(ledger, ONE, entry("any", named))).isNull();
    assertThat(decided(ledger, ONE, moved("e-1", 0))).isEqualTo(Code.KIND_NOT_YET);
  }

  @Test
  void entriesAreMovedOnlyFromThePreviousLogAndBelowItsSize() {
    Genesis continued =
        new Genesis("lepta-test", ROOT, 2, 2, ONE, "OneMSP", null, "old.example/log", 5L, ROOT);
    TestLedger ledger = TestLedger.started(entry("lepta-test", continued), List.of());
    Entry gift = new Entry(Header.of("d-1", ONE).movedFrom(3L), donation(SCHOOL, "1"));
    Entry beyond = new Entry(Header.of("d-2", ONE).movedFrom(5L), donation(SCHOOL, "1"));

    assertThat(ledger.record(ONE, gift, beyond))
        .extracting(TestLedger::code)
        .containsExactly(null, Code.PREVIOUS_UNKNOWN);
    assertThat(decided(ledger, ONE, moved("e-1", 4))).isNull();
    assertThat(decided(ledger, ONE, moved("e-2", 5))).isEqualTo(Code.PREVIOUS_UNKNOWN);
    assertThat(decided(TestLedger.started(), ONE, moved("e-1", 0)))
        .isEqualTo(Code.PREVIOUS_UNKNOWN);
    assertThat(decided(ledger, ONE, moved("e-3", -1))).isEqualTo(Code.AMOUNT_INVALID);
  }

  @Test
  void whereAnEntryWasMovedFromIsNotPartOfWhatItSays() {
    Genesis continued =
        new Genesis("lepta-test", ROOT, 2, 2, ONE, "OneMSP", null, "old.example/log", 5L, ROOT);
    TestLedger ledger = TestLedger.started(entry("lepta-test", continued), List.of());
    ledger.mustDecide(ONE, moved("e-1", 4));

    assertThat(ledger.decide(ONE, moved("e-1", 3), entry("e-1", moved("e-1", 0).body())))
        .containsOnly(new Result.Repeated());
  }

  @Test
  void thePreviousLogIsNamedWhollyAndOnlyFromTheSecondVersionOn() {
    assertThat(starting(1, "old.example/log", 5L, ROOT)).isEqualTo(Code.KIND_NOT_YET);
    assertThat(starting(2, "old.example/log", null, ROOT)).isEqualTo(Code.ENTRY_MALFORMED);
    assertThat(starting(2, "old.example/log", 5L, null)).isEqualTo(Code.ENTRY_MALFORMED);
    assertThat(starting(2, null, 5L, ROOT)).isEqualTo(Code.ENTRY_MALFORMED);
    assertThat(starting(2, "old.example/log", 5L, ROOT)).isNull();
    assertThat(starting(3, null, null, null)).isEqualTo(Code.KIND_NOT_YET);
  }

  private static @Nullable Code starting(
      int version, @Nullable String log, @Nullable Long size, @Nullable Hash root) {
    Genesis genesis =
        new Genesis("lepta-test", ROOT, version, version, ONE, "OneMSP", null, log, size, root);
    try {
      EntryChecks.check(entry("lepta-test", genesis));
      return null;
    } catch (RefusedException e) {
      return e.code();
    }
  }

  @Test
  void everyMemberRecordsItsOwnLogKeyFromTheSecondVersionOn() {
    Entry key = by(TWO, "key", new LogKey(VKEY, null));
    TestLedger ledger = first();

    assertThat(decided(ledger, TWO, key)).isEqualTo(Code.NOT_ENTITLED);
    ledger.mustDecide(ONE, toSecond());
    assertThat(decided(ledger, TWO, by(ONE, "key", new LogKey(VKEY, null))))
        .isEqualTo(Code.NOT_ENTITLED);
    assertThat(decided(ledger, TWO, key)).isNull();
  }

  @Test
  void everyMemberSaysItsOwnWordAboutItselfOnceFromTheSecondVersionOn() {
    Entry own = by(TWO, TWO, new Organisation("21"));
    TestLedger ledger = first();

    assertThat(ledger.decide(TWO, by(TWO, TWO, new Organisation(null))))
        .containsExactly(new Result.Repeated());
    ledger.mustDecide(ONE, toSecond());
    assertThat(ledger.decide(TWO, own, own))
        .containsExactly(new Result.Recorded(), new Result.Repeated());
    assertThat(ledger.decide(ONE, entry(TWO, new Organisation(null))))
        .containsExactly(new Result.Repeated());
    assertThat(ledger.decide(TWO, by(TWO, "XM-ELSEWHERE", new Organisation(null))))
        .containsExactly(new Result.Repeated());
  }

  /** Every key that is read costs a round trip and may conflict, so only who needs them reads. */
  @Test
  void theRulesInForceAreReadOnlyWhereSomethingDependsOnThem() {
    TestLedger ledger = first();
    TreeSet<String> read = new TreeSet<>();
    StateReader noting =
        key -> {
          read.add(StateKeys.typeOf(key));
          return ledger.committed.get(key);
        };

    new Batch(noting, ONE).take(entry("d-1", donation(SCHOOL, "1")));
    new Lane(noting, ONE, ledger.time).take(List.of(LaneTest.grant("g-1", "1")));
    assertThat(read).doesNotContain(StateKeys.STARTED);
    Batch batch = new Batch(noting, ONE);
    assertThat(batch.take(new Entry(Header.of("d", ONE).movedFrom(0L), donation(SCHOOL, "1"))))
        .asInstanceOf(InstanceOfAssertFactories.type(Result.Refused.class))
        .extracting(Result.Refused::code)
        .isEqualTo(Code.KIND_NOT_YET);
    assertThat(read).contains(StateKeys.STARTED);
  }
}
