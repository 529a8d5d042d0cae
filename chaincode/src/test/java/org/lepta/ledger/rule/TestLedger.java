package org.lepta.ledger.rule;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.Samples;
import org.lepta.ledger.codec.Packed;
import org.lepta.ledger.codec.RecordCodec;
import org.lepta.ledger.entry.ApprovalBand;
import org.lepta.ledger.entry.Body;
import org.lepta.ledger.entry.Donation;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Fund;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.Genesis;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.Member;
import org.lepta.ledger.entry.Organisation;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;

/** A ledger of two members on a map: what was committed, and transactions one after the other. */
final class TestLedger {

  static final String ONE = "XM-LEPTA-1";
  static final String TWO = "XM-LEPTA-2";
  static final String SCHOOL = "XM-LEPTA-1/school";
  static final String BOOKS = "XM-LEPTA-1/books";
  static final String OTHERS = "XM-LEPTA-2/appeal";
  static final String REPORTED = "XM-ELSEWHERE/grants";
  static final Unit GBP = new Unit("GBP");
  static final Unit EUR = new Unit("EUR");

  final TreeMap<String, byte[]> committed = new TreeMap<>();
  Instant time = Instant.parse("2026-03-01T12:00:00Z");
  private final TreeMap<String, Long> batches = new TreeMap<>();

  /** Two members; managed funds school and books of the first, appeal of the second. */
  static TestLedger started() {
    return started(List.of());
  }

  static TestLedger started(List<ApprovalBand> approvals) {
    return started(genesis(Versions.RULES), approvals);
  }

  static TestLedger started(Entry genesis, List<ApprovalBand> approvals) {
    TestLedger ledger = new TestLedger();
    WorkingState state = new WorkingState(ledger.committed::get);
    Members.start(state, genesis, "OneMSP");
    Packed packed = new Packed(ONE, 0, Samples.hash("request"), null, List.of(genesis), List.of());
    state.put(StateKeys.started(), packed.encode());
    ledger.committed.putAll(state.writes());
    ledger.mustDecide(
        ONE,
        entry("XM-LEPTA-2", new Organisation(null)),
        entry("XM-ELSEWHERE", new Organisation(null)),
        entry(TWO, new Member("TwoMSP")),
        entry(SCHOOL, fund(ONE, FundMode.MANAGED, approvals)),
        entry(BOOKS, fund(ONE, FundMode.MANAGED, List.of())),
        entry(REPORTED, fund("XM-ELSEWHERE", FundMode.REPORTED, List.of())));
    ledger.mustDecide(TWO, by(TWO, OTHERS, fund(TWO, FundMode.MANAGED, List.of())));
    return ledger;
  }

  static Entry genesis(int version) {
    return entry(
        "lepta-test", Genesis.of("lepta-test", Samples.hash("block"), version, ONE, "OneMSP"));
  }

  static Fund fund(String owner, FundMode mode, List<ApprovalBand> approvals) {
    List<Unit> units = mode == FundMode.MANAGED ? List.of(GBP, EUR) : List.of();
    return new Fund(
        owner, mode, units, null, null, null, null, null, approvals, null, null, null, List.of());
  }

  static Entry entry(String id, Body body) {
    return by(ONE, id, body);
  }

  static Entry by(String statedBy, String id, Body body) {
    return new Entry(Header.of(id, statedBy), body);
  }

  static Amount amount(String text) {
    return Amount.parse(text);
  }

  /** Runs one lane transaction and commits what it took. */
  List<Result> decide(String organisation, Entry... entries) {
    return decide(organisation, 0, entries);
  }

  List<Result> decide(String organisation, long sealTo, Entry... entries) {
    Lane lane = new Lane(committed::get, organisation, time);
    lane.seal(sealTo);
    List<Result> results = lane.take(List.of(entries));
    committed.putAll(lane.state().writes());
    return results;
  }

  void mustDecide(String organisation, Entry... entries) {
    List<Result> results = decide(organisation, entries);
    if (!results.stream().allMatch(Result.Recorded.class::isInstance)) {
      throw new IllegalStateException(results.toString());
    }
  }

  /** Commits one batch under the next number. */
  List<Result> record(String organisation, Entry... entries) {
    Batch batch = new Batch(committed::get, organisation);
    List<Result> results = List.of(entries).stream().map(batch::take).toList();
    long number = batches.merge(organisation, 1L, Long::sum);
    committed.put(StateKeys.sums(organisation, number), RecordCodec.encode(batch.sums()));
    return results;
  }

  /** Seals everything recorded so far. */
  void seal(String organisation) {
    decide(organisation, batches.getOrDefault(organisation, 0L));
  }

  /** Puts spendable money into a fund. */
  void give(String fund, String amount) {
    String id = "gift-" + batches.getOrDefault(ONE, 0L);
    record(ONE, entry(id, donation(fund, amount)));
    seal(ONE);
  }

  static Donation donation(String fund, String amount) {
    return new Donation(fund, GBP, amount(amount), null, null, null, null);
  }

  UnitBalance balance(String fund) {
    return balances(fund).of(GBP);
  }

  FundBalances balances(String fund) {
    return FlowRules.balances(new WorkingState(committed::get), fund);
  }

  String balanceText(String fund) {
    UnitBalance b = balance(fund);
    return b.free() + " free, " + b.committed() + " committed, " + b.released() + " released";
  }

  static @Nullable Code code(Result result) {
    return result instanceof Result.Refused refused ? refused.code() : null;
  }
}
