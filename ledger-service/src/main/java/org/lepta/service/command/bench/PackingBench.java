package org.lepta.service.command.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.Genesis;
import org.lepta.ledger.entry.Hash;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.Organisation;
import org.lepta.ledger.rule.Versions;
import org.lepta.service.ledger.BlockCursor;
import org.lepta.service.ledger.Bytes;
import org.lepta.service.ledger.Committed;
import org.lepta.service.ledger.LedgerTroubleException;
import org.lepta.service.ledger.Outcome;
import org.lepta.service.ledger.Submission;
import org.lepta.service.ledger.connection.Connection;
import org.lepta.service.ledger.fabric.FabricLedger;
import org.lepta.service.ledger.recording.RecordResult;
import org.lepta.service.ledger.recording.Requests;
import org.lepta.service.ledger.recording.Results;
import org.lepta.service.network.NetworkException;

/**
 * The same gifts one per transaction, packed with all rules checked, and as bytes that are put as
 * they are. Requests are made before the clock runs. Not thread-safe.
 */
final class PackingBench implements AutoCloseable {
  /** As many as the recorder keeps under way; more would wait for each other. */
  private static final int PACKED_AT_ONCE = 4;

  private static final int SINGLE_AT_ONCE = 128;

  /**
   * Far above the numbers of real batches, which have no gap; as many digits make as many bytes.
   */
  private static final long BARE_NUMBER = 1_000_000;

  private final BenchNetwork network;
  private final Connection connection;
  private final BenchEntries make;
  private final String fund;
  private final FabricLedger real;
  private final FabricLedger bare;
  private long number = 1;
  private long gifts;

  private PackingBench(BenchNetwork network, Connection connection, List<FabricLedger> ledgers) {
    this.network = network;
    this.connection = connection;
    this.make = new BenchEntries(connection.organisation());
    this.fund = make.id("packed");
    this.real = ledgers.get(0);
    this.bare = ledgers.get(1);
  }

  /** Joins the network and starts its ledger. */
  static PackingBench open(BenchNetwork network)
      throws IOException, InterruptedException, LedgerTroubleException {
    FabricLedger real = network.join();
    List<FabricLedger> ledgers = new ArrayList<>(List.of(real));
    try {
      ledgers.add(network.joinBench());
      PackingBench bench = new PackingBench(network, network.connection(), ledgers);
      bench.start();
      return bench;
    } catch (IOException | InterruptedException | LedgerTroubleException | RuntimeException e) {
      ledgers.forEach(FabricLedger::close);
      throw e;
    }
  }

  private void start() throws InterruptedException, LedgerTroubleException {
    String own = connection.organisation();
    Hash first;
    try (BlockCursor cursor = real.open(0)) {
      first = new Hash(cursor.next(Duration.ofSeconds(5)).orElseThrow().headerHash().toHex());
    }
    String channel = connection.channel();
    Genesis genesis = Genesis.of(channel, first, Versions.RULES, own, connection.mspId());
    Entry begin = new Entry(Header.of(channel, own), genesis);
    requireCommitted(real.submit(Requests.submission(own, "start", Requests.start(own, begin))));
    List<Entry> cards =
        List.of(make.entry(own, new Organisation(null)), make.fund(fund, FundMode.REPORTED));
    Outcome decided =
        real.submit(
            Requests.submission(own, "decide", Requests.lane(own, 0, Requests.bytes(cards))));
    requireRecorded(decided, cards.size());
  }

  /** One entry per transaction. */
  Round single(int entries) throws IOException, InterruptedException, NetworkException {
    return packed(entries, 1);
  }

  /** Batches of that many entries. */
  Round packed(int entries, int batch) throws IOException, InterruptedException, NetworkException {
    List<Submission> calls = new ArrayList<>();
    long first = number;
    for (Bytes request : requests(entries, batch, first)) {
      number++;
      calls.add(Requests.submission(connection.organisation(), "record", request));
    }
    return measure(real, calls, entries, batch);
  }

  /** The bytes of batches of that many entries, each under a key of its own. */
  Round bare(int entries, int batch) throws IOException, InterruptedException, NetworkException {
    List<Submission> calls = new ArrayList<>();
    for (Bytes request : requests(entries, batch, BARE_NUMBER)) {
      Submission put =
          Submission.of(connection.organisation(), "put", "bare-" + gifts + "-" + calls.size());
      calls.add(put.withTransient("request", request));
    }
    return measure(bare, calls, entries, batch);
  }

  private List<Bytes> requests(int entries, int batch, long firstNumber) {
    List<Bytes> requests = new ArrayList<>();
    for (int from = 0; from < entries; from += batch) {
      List<Entry> packed =
          IntStream.range(0, Math.min(batch, entries - from))
              .mapToObj(i -> make.gift(make.id("packed-" + ++gifts), fund, "12.34"))
              .toList();
      requests.add(
          Requests.batch(
              connection.organisation(), firstNumber + requests.size(), Requests.bytes(packed)));
    }
    return requests;
  }

  private Round measure(FabricLedger ledger, List<Submission> calls, int entries, int batch)
      throws IOException, InterruptedException, NetworkException {
    Cpu before = network.cpu();
    Load.Done done =
        Load.run(
            calls.size(),
            batch == 1 ? SINGLE_AT_ONCE : PACKED_AT_ONCE,
            i -> {
              int size = Math.min(batch, entries - i * batch);
              Outcome outcome = ledger.submit(calls.get(i));
              if (ledger == real) {
                requireRecorded(outcome, size);
              } else {
                requireCommitted(outcome);
              }
              return size;
            });
    Cpu used = network.cpu().since(before);
    return new Round(
        done.counted(), entries - done.counted(), done.seconds(), done.latencies(), used);
  }

  private static Committed requireCommitted(Outcome outcome) {
    if (outcome instanceof Committed valid) {
      return valid;
    }
    throw new IllegalStateException("not committed: " + outcome);
  }

  /** Nothing counts that is not in a valid transaction and recorded there. */
  private static void requireRecorded(Outcome outcome, int entries) {
    List<RecordResult> results = Results.of(requireCommitted(outcome), entries);
    if (!results.stream().allMatch(result -> result instanceof RecordResult.Recorded)) {
      throw new IllegalStateException("not recorded: " + results);
    }
  }

  @Override
  public void close() {
    bare.close();
    real.close();
  }
}
