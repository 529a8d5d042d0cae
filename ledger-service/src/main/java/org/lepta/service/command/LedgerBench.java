package org.lepta.service.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.lepta.ledger.entry.Donation;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Fund;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.Genesis;
import org.lepta.ledger.entry.Hash;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.Organisation;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;
import org.lepta.ledger.rule.Batch;
import org.lepta.ledger.rule.Versions;
import org.lepta.service.ledger.BlockCursor;
import org.lepta.service.ledger.Bytes;
import org.lepta.service.ledger.Committed;
import org.lepta.service.ledger.LedgerTroubleException;
import org.lepta.service.ledger.Outcome;
import org.lepta.service.ledger.Submission;
import org.lepta.service.ledger.embedded.EmbeddedLedger;
import org.lepta.service.ledger.embedded.EmbeddedSettings;
import org.lepta.service.ledger.recording.RecordResult;
import org.lepta.service.ledger.recording.Requests;
import org.lepta.service.ledger.recording.Results;

/**
 * The embedded ledger with the real contract: the same gifts, one entry per transaction and packed
 * into batches, in turns. Not thread-safe.
 */
final class LedgerBench implements AutoCloseable {

  private static final String CHANNEL = "lepta";
  private static final String KEEPER = "XI-LEPTA-BENCH";
  private static final String FUND = KEEPER + "/fund";
  private static final int IN_FLIGHT = 16;

  /** One entry per transaction costs so much more that fewer are enough to measure it. */
  private static final int PACKED_PER_SINGLE = 20;

  private final EmbeddedLedger ledger;
  private long number = 1;
  private long gifts;

  private LedgerBench(EmbeddedLedger ledger) {
    this.ledger = ledger;
  }

  /**
   * What became of one way of sending.
   *
   * @param entries recorded in valid transactions
   * @param blocks that hold them, each with one forced write
   */
  record Row(long entries, long blocks, double seconds) {
    double perSecond() {
      return entries / seconds;
    }

    String text(String name) {
      return String.format(
          Locale.ROOT,
          "  %-27s %,8d entries in %6.2f s, %,5d blocks: %,9.0f entries/s%n",
          name,
          entries,
          seconds,
          blocks,
          perSecond());
    }
  }

  /** Both ways of one run. */
  record Result(Row single, Row packed) {
    String text(int run) {
      return String.format(
          Locale.ROOT,
          "run %d%n%s%s  packed is %.1f times as fast%n",
          run,
          single.text("one entry per transaction"),
          packed.text("batches of " + Batch.MAX_ENTRIES),
          packed.perSecond() / single.perSecond());
    }
  }

  static LedgerBench open(Path folder)
      throws IOException, InterruptedException, LedgerTroubleException {
    LedgerBench bench = new LedgerBench(EmbeddedLedger.open(EmbeddedSettings.ofLepta(folder)));
    try {
      bench.start();
      return bench;
    } catch (InterruptedException | LedgerTroubleException | RuntimeException e) {
      bench.close();
      throw e;
    }
  }

  private void start() throws InterruptedException, LedgerTroubleException {
    String msp = ledger.addMember(KEEPER).mspId();
    Hash first;
    try (BlockCursor cursor = ledger.open(0)) {
      first = new Hash(cursor.next(Duration.ofSeconds(5)).orElseThrow().headerHash().toHex());
    }
    Genesis genesis = Genesis.of(CHANNEL, first, Versions.RULES, KEEPER, msp);
    Fund fund = Fund.of(KEEPER, FundMode.REPORTED, List.of(), List.of());
    List<Entry> cards =
        List.of(
            new Entry(Header.of(KEEPER, KEEPER), new Organisation(null)),
            new Entry(Header.of(FUND, KEEPER), fund));
    Entry begin = new Entry(Header.of(CHANNEL, KEEPER), genesis);
    requireCommitted(ledger.submit(request("start", Requests.start(KEEPER, begin))));
    requireWhole(
        ledger.submit(request("decide", Requests.lane(KEEPER, 0, Requests.bytes(cards)))),
        cards.size());
  }

  /** Sends that many packed entries, and a twentieth of them one by one. */
  Result run(int entries) throws InterruptedException {
    Row single = send(Math.max(1, entries / PACKED_PER_SINGLE), 1);
    Row packed = send(entries, Batch.MAX_ENTRIES);
    return new Result(single, packed);
  }

  private Row send(int entries, int perTransaction) throws InterruptedException {
    long height = ledger.height();
    Semaphore flights = new Semaphore(IN_FLIGHT);
    List<CompletableFuture<Outcome>> outcomes = new ArrayList<>();
    long begun = System.nanoTime();
    for (int sent = 0; sent < entries; sent += perTransaction) {
      flights.acquire();
      Bytes batch = batch(Math.min(perTransaction, entries - sent));
      CompletableFuture<Outcome> outcome = ledger.submitAsync(request("record", batch));
      outcomes.add(outcome.whenComplete((done, trouble) -> flights.release()));
    }
    for (int i = 0; i < outcomes.size(); i++) {
      requireWhole(get(outcomes.get(i)), Math.min(perTransaction, entries - i * perTransaction));
    }
    return new Row(entries, ledger.height() - height, (System.nanoTime() - begun) / 1e9);
  }

  private Bytes batch(int entries) {
    return Requests.batch(
        KEEPER,
        number++,
        Requests.bytes(IntStream.range(0, entries).mapToObj(i -> gift(++gifts)).toList()));
  }

  private static Entry gift(long no) {
    return new Entry(
        Header.of(KEEPER + "/gift-" + no, KEEPER),
        new Donation(FUND, new Unit("EUR"), new Amount(10_000 * no), null, null, null, null));
  }

  private static Submission request(String function, Bytes request) {
    return Requests.submission(KEEPER, function, request);
  }

  private static Outcome get(CompletableFuture<Outcome> outcome) throws InterruptedException {
    try {
      return outcome.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a transaction was not committed", e);
    }
  }

  private static Committed requireCommitted(Outcome outcome) {
    if (outcome instanceof Committed committed) {
      return committed;
    }
    throw new IllegalStateException("not committed: " + outcome);
  }

  /** Nothing counts that is not in a valid transaction with all its entries recorded. */
  private static void requireWhole(Outcome outcome, int entries) {
    List<RecordResult> results = Results.of(requireCommitted(outcome), entries);
    if (!results.stream().allMatch(result -> result instanceof RecordResult.Recorded)) {
      throw new IllegalStateException("not recorded: " + results);
    }
  }

  @Override
  public void close() throws IOException {
    ledger.close();
  }
}
