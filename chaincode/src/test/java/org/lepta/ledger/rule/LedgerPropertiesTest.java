package org.lepta.ledger.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lepta.ledger.rule.TestLedger.ONE;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.lepta.ledger.codec.RecordCodec;
import org.lepta.ledger.entry.Account;
import org.lepta.ledger.entry.Correction;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.Kind;
import org.lepta.ledger.entry.Posting;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;

/** Laws that hold for every sequence of entries; seeded, so that a failure names its sequence. */
class LedgerPropertiesTest {

  private static final int SEQUENCES = Boolean.getBoolean("lepta.long") ? 3_000 : 300;

  @Test
  void everySequenceKeepsTheLaws() {
    Map<Kind, Integer> seen = new EnumMap<>(Kind.class);
    Map<Kind, Integer> corrected = new EnumMap<>(Kind.class);
    for (int seed = 0; seed < SEQUENCES; seed++) {
      Sequence sequence = new Sequence(seed);
      for (int step = 0; step < 30; step++) {
        sequence.step();
      }
      sequence.kinds.forEach((kind, count) -> seen.merge(kind, count, Integer::sum));
      sequence.corrected.forEach((kind, count) -> corrected.merge(kind, count, Integer::sum));
    }

    // The laws mean nothing for kinds that never get in.
    for (Kind kind : Kind.values()) {
      if (Flow.class.isAssignableFrom(kind.type()) && kind != Kind.EXCHANGE) {
        assertThat(seen).as("entries taken").containsKey(kind);
        assertThat(seen.get(kind)).as(kind.label()).isGreaterThan(SEQUENCES / 3);
        assertThat(kind == Kind.CORRECTION ? SEQUENCES : corrected.getOrDefault(kind, 0))
            .as("corrections in managed funds of " + kind.label())
            .isGreaterThan(SEQUENCES / 100);
      }
    }
  }

  /** One ledger, and beside it what it should hold. */
  private static final class Sequence {

    final Map<Kind, Integer> kinds = new EnumMap<>(Kind.class);
    final Map<Kind, Integer> corrected = new EnumMap<>(Kind.class);
    private final int seed;
    private final Random random;
    private final RandomEntries entries;
    private final TestLedger ledger = TestLedger.started();
    private final List<List<Entry>> batches = new ArrayList<>();
    private final TreeMap<String, Totals> totals = new TreeMap<>();
    private final TreeMap<String, Long> balances = new TreeMap<>();
    private final TreeMap<String, Long> sealed = new TreeMap<>();
    private int sealedUpTo;

    Sequence(int seed) {
      this.seed = seed;
      this.random = new Random(seed);
      this.entries = new RandomEntries(random);
      // With money there is something to decide about.
      record(
          List.of(
              TestLedger.entry("s-1", TestLedger.donation(TestLedger.SCHOOL, "300")),
              TestLedger.entry("s-2", TestLedger.donation(TestLedger.BOOKS, "100"))));
    }

    void step() {
      List<Entry> some = new ArrayList<>();
      int count = 1 + random.nextInt(5);
      for (int i = 0; i < count; i++) {
        some.addAll(entries.next());
      }
      boolean lane = random.nextInt(3) > 0;
      if (lane) {
        decide(rightFor(Placement.LANE, some));
      } else {
        record(rightFor(Placement.BATCH, some));
      }
      checkBalances();
      checkIdentity();
      checkTransfers();
      checkGrants();
    }

    /** Mostly what belongs there, so that much is taken; sometimes anything. */
    private List<Entry> rightFor(Placement place, List<Entry> some) {
      return random.nextInt(4) == 0
          ? some
          : some.stream().filter(entry -> place == place(entry)).toList();
    }

    private static Placement place(Entry entry) {
      FundMode mode =
          entry.body() instanceof Flow flow ? RandomEntries.mode(flow.fund()) : FundMode.MANAGED;
      return Placement.of(entry.body(), mode);
    }

    private void record(List<Entry> some) {
      Batch batch = new Batch(ledger.committed::get, ONE);
      for (Entry entry : some) {
        if (batch.take(entry) instanceof Result.Recorded) {
          assertThat(batch.take(entry)).as(name()).isInstanceOf(Result.Repeated.class);
        }
      }
      batches.add(batch.accepted());
      ledger.committed.put(StateKeys.sums(ONE, batches.size()), RecordCodec.encode(batch.sums()));
      batch.accepted().forEach(this::count);
    }

    private void decide(List<Entry> some) {
      int sealTo = sealedUpTo + random.nextInt(batches.size() - sealedUpTo + 1);
      Lane lane = new Lane(ledger.committed::get, ONE, ledger.time);
      lane.seal(sealTo);
      lane.take(some);
      List<Entry> taken = lane.accepted();
      checkNoTrace(lane, sealTo, taken);
      ledger.committed.putAll(lane.state().writes());
      seal(sealTo);
      for (Entry entry : taken) {
        count(entry);
        post(sealed, entry);
        checkCovered(entry);
      }
      checkRepeated(taken);
    }

    private void seal(int sealTo) {
      for (; sealedUpTo < sealTo; sealedUpTo++) {
        batches.get(sealedUpTo).forEach(entry -> post(sealed, entry));
      }
    }

    /** Without the refused entries the state is the same. */
    private void checkNoTrace(Lane lane, int sealTo, List<Entry> taken) {
      Lane only = new Lane(ledger.committed::get, ONE, ledger.time);
      only.seal(sealTo);
      only.take(taken);
      assertThat(only.state().writes().keySet())
          .as(name())
          .isEqualTo(lane.state().writes().keySet());
      only.state()
          .writes()
          .forEach((key, value) -> assertThat(lane.state().get(key)).as(name()).isEqualTo(value));
    }

    private void checkRepeated(List<Entry> taken) {
      Lane again = new Lane(ledger.committed::get, ONE, ledger.time);
      assertThat(again.take(taken)).as(name()).allMatch(Result.Repeated.class::isInstance);
      assertThat(again.state().writes()).as(name()).isEmpty();
    }

    private void count(Entry entry) {
      kinds.merge(entry.kind(), 1, Integer::sum);
      if (entry.body() instanceof Correction c
          && RandomEntries.mode(c.fund()) == FundMode.MANAGED) {
        corrected.merge(Kind.of(c.reverses()), 1, Integer::sum);
      }
      entries.accepted(entry);
      post(balances, entry);
      if (entry.body() instanceof Flow flow) {
        totals
            .computeIfAbsent(
                flow.fund() + ' ' + flow.unit(), key -> new Totals(RandomEntries.mode(flow.fund())))
            .add(flow);
        checkSumsToZero(flow);
      }
    }

    private static void post(Map<String, Long> into, Entry entry) {
      if (entry.body() instanceof Flow flow) {
        for (Posting posting : Postings.of(flow, RandomEntries.mode(flow.fund()))) {
          into.merge(
              key(flow.fund(), posting.unit(), posting.account()),
              posting.amount().tenThousandths(),
              Math::addExact);
        }
      }
    }

    private static String key(String fund, Unit unit, Account account) {
      return fund + ' ' + unit + ' ' + account.label();
    }

    private void checkSumsToZero(Flow flow) {
      TreeMap<Unit, Long> sums = new TreeMap<>();
      for (Posting posting : Postings.of(flow, RandomEntries.mode(flow.fund()))) {
        sums.merge(posting.unit(), posting.amount().tenThousandths(), Math::addExact);
      }
      assertThat(sums.values()).as(name()).containsOnly(0L);
    }

    /** A decision that lowers the free balance leaves it at zero or above. */
    private void checkCovered(Entry entry) {
      boolean lowers =
          switch (entry.kind()) {
            case GRANT, TRANSFER_OUT -> true;
            case AMENDMENT -> ((Flow) entry.body()).amount().signum() > 0;
            default -> false;
          };
      if (lowers) {
        Flow flow = (Flow) entry.body();
        assertThat(sealed.getOrDefault(key(flow.fund(), flow.unit(), Account.FREE), 0L))
            .as(name())
            .isNotNegative();
      }
    }

    private void checkBalances() {
      for (String fund : List.of(TestLedger.SCHOOL, TestLedger.BOOKS)) {
        for (Unit unit : List.of(TestLedger.GBP, TestLedger.EUR)) {
          UnitBalance balance = ledger.balances(fund).of(unit);
          assertThat(balance.free().tenThousandths())
              .as(name())
              .isEqualTo(sealed.getOrDefault(key(fund, unit, Account.FREE), 0L));
          assertThat(balance.committed().tenThousandths())
              .as(name())
              .isEqualTo(sealed.getOrDefault(key(fund, unit, Account.COMMITTED), 0L))
              .isNotNegative();
          assertThat(balance.released().tenThousandths())
              .as(name())
              .isEqualTo(sealed.getOrDefault(key(fund, unit, Account.RELEASED), 0L))
              .isNotNegative();
        }
      }
    }

    private void checkIdentity() {
      totals.forEach((fund, total) -> {
        long committed = balances.getOrDefault(fund + ' ' + Account.COMMITTED.label(), 0L);
        long free = balances.getOrDefault(fund + ' ' + Account.FREE.label(), 0L);
        assertThat(committed).as(name()).isEqualTo(total.committed());
        assertThat(free + Math.min(0, committed)).as(name()).isEqualTo(total.free());
      });
    }

    /** What left one managed fund by transfer arrived in another. */
    private void checkTransfers() {
      long out = 0;
      long in = 0;
      for (String fund : List.of(TestLedger.SCHOOL, TestLedger.BOOKS)) {
        Totals total = totals.getOrDefault(fund + " GBP", new Totals(FundMode.MANAGED));
        out += total.of("transferredOut");
        in += total.of("transferredIn");
      }
      assertThat(out).as(name()).isEqualTo(in);
    }

    /** The grants of a fund, as their keys hold them, make up what the fund holds for them. */
    private void checkGrants() {
      TreeMap<String, Long> rests = new TreeMap<>();
      WorkingState state = new WorkingState(ledger.committed::get);
      for (String key : ledger.committed.keySet()) {
        switch (StateKeys.typeOf(key)) {
          case "grant" -> {
            GrantState grant = state.find(key, GrantState.class).orElseThrow();
            add(
                rests,
                StateKeys.attributeOf(key) + ' ' + grant.unit() + " F:committed",
                grant.rest());
          }
          case "release" -> {
            ReleaseState release = state.find(key, ReleaseState.class).orElseThrow();
            add(
                rests,
                StateKeys.attributeOf(key) + ' ' + release.unit() + " F:released",
                release.rest());
          }
          default -> {}
        }
      }
      rests.forEach((account, rest) ->
          assertThat(rest).as(name()).isEqualTo(sealed.getOrDefault(account, 0L)));
    }

    private static void add(Map<String, Long> sums, String account, Amount amount) {
      sums.merge(account, amount.tenThousandths(), Math::addExact);
    }

    private String name() {
      return "sequence " + seed;
    }
  }
}
