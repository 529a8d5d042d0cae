package org.lepta.service.command.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.rule.UnitBalance;
import org.lepta.service.ledger.LedgerTroubleException;
import org.lepta.service.ledger.recording.RecordResult;
import org.lepta.service.network.NetworkException;

/**
 * Many who decide over the money of one managed fund at the same time: more grants than it has
 * money for, then a release of each that was made. Not thread-safe.
 */
final class DecisionsBench {
  private static final int DECIDERS = 200;

  /** One grant in eleven is asked for in vain, so that the floor is met. */
  private static final int MONEY_FOR = 11;

  private static final int BALANCE_READS = 60;

  private final BenchNetwork network;
  private final BenchService service;
  private final BenchEntries make;
  private final String fund;
  private final Set<String> granted = ConcurrentHashMap.newKeySet();
  private final int decisions;
  private final int money;

  private DecisionsBench(BenchNetwork network, BenchService service, int turn, int decisions) {
    this.network = network;
    this.service = service;
    this.make = service.entries();
    this.fund = make.id("hot-" + turn);
    this.decisions = decisions;
    this.money = decisions - decisions / MONEY_FOR;
  }

  /** Opens a fund with money for most of the grants. */
  static DecisionsBench open(BenchNetwork network, BenchService service, int turn, int decisions)
      throws InterruptedException, LedgerTroubleException {
    DecisionsBench bench = new DecisionsBench(network, service, turn, decisions);
    BenchEntries make = bench.make;
    service.must(
        List.of(
            make.fund(bench.fund, FundMode.MANAGED),
            make.gift(make.id("money-" + turn), bench.fund, Integer.toString(bench.money))));
    service.awaitFree(bench.fund, Integer.toString(bench.money));
    return bench;
  }

  String fund() {
    return fund;
  }

  /** Grants of 1 each, more than there is money for. */
  Round grants() throws IOException, InterruptedException, NetworkException {
    List<Entry> grants =
        IntStream.range(0, decisions).mapToObj(i -> make.grant(grant(i), fund, "1")).toList();
    return measure(grants, true);
  }

  /** A release of each grant that was made. */
  Round releases() throws IOException, InterruptedException, NetworkException {
    List<Entry> releases = new ArrayList<>();
    for (String grant : granted.stream().sorted().toList()) {
      releases.add(make.release(grant + "-release", fund, grant, "1"));
    }
    return measure(releases, false);
  }

  private String grant(int number) {
    return fund + "-grant-" + number;
  }

  private Round measure(List<Entry> entries, boolean grants)
      throws IOException, InterruptedException, NetworkException {
    int each = (entries.size() + DECIDERS - 1) / DECIDERS;
    int deciders = (entries.size() + each - 1) / each;
    Cpu before = network.cpu();
    Load.Done done =
        Load.run(
            deciders,
            deciders,
            i ->
                decide(
                    entries.subList(i * each, Math.min((i + 1) * each, entries.size())), grants));
    Cpu used = network.cpu().since(before);
    long refused = entries.size() - done.counted();
    return new Round(done.counted(), refused, done.seconds(), done.latencies(), used);
  }

  private long decide(List<Entry> part, boolean grants) throws InterruptedException {
    List<RecordResult> results = service.record(part);
    long recorded = 0;
    for (int i = 0; i < part.size(); i++) {
      if (results.get(i) instanceof RecordResult.Recorded) {
        recorded++;
        if (grants) {
          granted.add(part.get(i).id());
        }
      }
    }
    return recorded;
  }

  /**
   * Requires that exactly the fund's money was given away, to the cent.
   *
   * @throws IllegalStateException if more or less was, or the contract's balance says otherwise
   */
  void requireExact() throws LedgerTroubleException {
    UnitBalance left = service.balance(fund).orElseThrow();
    boolean exact =
        granted.size() == money
            && left.free().equals(Amount.ZERO)
            && left.committed().equals(Amount.ZERO)
            && left.released().equals(Amount.parse(Integer.toString(money)));
    if (!exact) {
      throw new IllegalStateException(
          "the floor did not hold: %d of %d granted, %s".formatted(granted.size(), money, left));
    }
  }

  /** How long the balances of two funds take to read, in turns; the medians in milliseconds. */
  static List<Double> balanceReads(BenchService service, String few, String many)
      throws LedgerTroubleException {
    List<Double> ofFew = new ArrayList<>();
    List<Double> ofMany = new ArrayList<>();
    for (int i = 0; i < BALANCE_READS; i++) {
      ofFew.add(readMillis(service, few));
      ofMany.add(readMillis(service, many));
    }
    return List.of(Figures.median(ofFew), Figures.median(ofMany));
  }

  private static double readMillis(BenchService service, String fund)
      throws LedgerTroubleException {
    long begun = System.nanoTime();
    var _ = service.balance(fund).orElseThrow();
    return (System.nanoTime() - begun) / 1e6;
  }
}
