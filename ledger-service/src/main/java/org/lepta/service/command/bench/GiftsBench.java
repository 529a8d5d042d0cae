package org.lepta.service.command.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.FundMode;
import org.lepta.service.ledger.BlockCursor;
import org.lepta.service.ledger.Committed;
import org.lepta.service.ledger.CommittedBlock;
import org.lepta.service.ledger.LedgerTroubleException;
import org.lepta.service.ledger.Outcome;
import org.lepta.service.ledger.Submission;
import org.lepta.service.ledger.fabric.FabricLedger;
import org.lepta.service.ledger.recording.RecordResult;
import org.lepta.service.network.NetworkException;

/**
 * Gifts that come all at the same time: to one managed fund, one to each of as many managed funds,
 * and as additions to the one balance of a naive contract. Not thread-safe.
 */
final class GiftsBench {
  private static final Duration BLOCK_WITHIN = Duration.ofSeconds(10);

  /** Gifts of a large fund that are handed over together. */
  private static final int AT_ONCE = 5_000;

  private final BenchNetwork network;
  private final BenchService service;
  private final int gifts;
  private final BenchEntries make;
  private final List<String> funds;
  private int turns;

  private GiftsBench(BenchNetwork network, BenchService service, int gifts) {
    this.network = network;
    this.service = service;
    this.gifts = gifts;
    this.make = service.entries();
    this.funds = IntStream.range(0, gifts).mapToObj(i -> make.id("fund-" + i)).toList();
  }

  /** Registers the funds. */
  static GiftsBench open(BenchNetwork network, BenchService service, int gifts)
      throws InterruptedException {
    GiftsBench bench = new GiftsBench(network, service, gifts);
    service.must(
        bench.funds.stream().map(fund -> bench.make.fund(fund, FundMode.MANAGED)).toList());
    return bench;
  }

  /** Makes a fund of so many gifts of 1, and waits until they are in its balance. */
  static String fundOf(BenchService service, int gifts)
      throws InterruptedException, LedgerTroubleException {
    BenchEntries make = service.entries();
    String fund = make.id("gifts-" + gifts);
    service.must(List.of(make.fund(fund, FundMode.MANAGED)));
    for (int from = 0; from < gifts; from += AT_ONCE) {
      service.must(
          IntStream.range(from, Math.min(from + AT_ONCE, gifts))
              .mapToObj(i -> make.gift(fund + "-" + i, fund, "1"))
              .toList());
    }
    service.awaitFree(fund, Integer.toString(gifts));
    return fund;
  }

  /** All to the first fund. */
  Round toOne() throws IOException, InterruptedException, NetworkException, LedgerTroubleException {
    return measure(funds.subList(0, 1));
  }

  /** One to each fund. */
  Round toMany()
      throws IOException, InterruptedException, NetworkException, LedgerTroubleException {
    return measure(funds);
  }

  private Round measure(List<String> to)
      throws IOException, InterruptedException, NetworkException, LedgerTroubleException {
    int turn = ++turns;
    List<Entry> entries =
        IntStream.range(0, gifts)
            .mapToObj(i -> make.gift(make.id("gift-" + turn + "-" + i), to.get(i % to.size()), "1"))
            .toList();
    long height = service.ledger().height();
    Cpu before = network.cpu();
    Load.Done done =
        Load.run(
            gifts,
            gifts,
            i ->
                service.record(List.of(entries.get(i))).getFirst() instanceof RecordResult.Recorded
                    ? 1
                    : 0);
    Cpu used = network.cpu().since(before);
    if (done.counted() != gifts) {
      throw new IllegalStateException("recorded only %d gifts".formatted(done.counted()));
    }
    long lost = invalid(height, service.ledger().height());
    settle(turn);
    return new Round(done.counted(), lost, done.seconds(), done.latencies(), used);
  }

  /** Transactions of the real contract in these blocks that are invalid, for whatever reason. */
  private long invalid(long from, long to) throws InterruptedException, LedgerTroubleException {
    long count = 0;
    try (BlockCursor cursor = service.ledger().open(from)) {
      for (long number = from; number < to; number++) {
        CommittedBlock block = cursor.next(BLOCK_WITHIN).orElseThrow();
        // Late transactions of the naive contract stand there too; they write none of our keys.
        count +=
            block.transactions().stream()
                .filter(each -> !each.isValid() && !each.writes().isEmpty())
                .count();
      }
    }
    return count;
  }

  /** A later turn must not pay for the seals and the index of this one. */
  private void settle(int turn) throws InterruptedException, LedgerTroubleException {
    String last = make.id("settled-" + turn);
    service.must(
        List.of(make.fund(last, FundMode.MANAGED), make.gift(make.id("last-" + turn), last, "1")));
    service.awaitFree(last, "1");
    service.awaitIndex();
  }

  /** All as additions to one key; who is overtaken has lost, and nothing is sent again. */
  Round naive(FabricLedger ledger) throws IOException, InterruptedException, NetworkException {
    String key = "balance-" + ++turns;
    List<Submission> calls = new ArrayList<>();
    for (int i = 0; i < gifts; i++) {
      calls.add(Submission.of(network.connection().organisation(), "add", key, "1"));
    }
    Cpu before = network.cpu();
    Load.Done done = Load.run(gifts, gifts, i -> isCommitted(ledger, calls.get(i)) ? 1 : 0);
    Cpu used = network.cpu().since(before);
    long lost = gifts - done.counted();
    return new Round(done.counted(), lost, done.seconds(), done.latencies(), used);
  }

  private static boolean isCommitted(FabricLedger ledger, Submission call)
      throws InterruptedException {
    try {
      Outcome outcome = ledger.submit(call);
      return outcome instanceof Committed;
    } catch (LedgerTroubleException e) {
      // Endorsers that have read different balances do not agree, so it is not even sent.
      return false;
    }
  }
}
