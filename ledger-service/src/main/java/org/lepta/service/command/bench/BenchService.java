package org.lepta.service.command.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lepta.ledger.codec.RecordCodec;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.rule.FundBalances;
import org.lepta.ledger.rule.UnitBalance;
import org.lepta.service.ServiceApplication;
import org.lepta.service.indexing.Indexer;
import org.lepta.service.ledger.Answer;
import org.lepta.service.ledger.Bytes;
import org.lepta.service.ledger.Evaluation;
import org.lepta.service.ledger.Ledger;
import org.lepta.service.ledger.Submission;
import org.lepta.service.ledger.UnreachableException;
import org.lepta.service.ledger.recording.RecordResult;
import org.lepta.service.ledger.recording.Recorder;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A member's whole service on the network, with an embedded PostgreSQL, in this process: its
 * recorder, its ledger and its indexer. Thread-safe.
 */
final class BenchService implements AutoCloseable {
  private static final Duration SEALED_WITHIN = Duration.ofSeconds(60);
  private static final Duration LOOK = Duration.ofMillis(100);

  private final ConfigurableApplicationContext context;
  private final String organisation;

  private BenchService(ConfigurableApplicationContext context, String organisation) {
    this.context = context;
    this.organisation = organisation;
  }

  /** Starts it; on return everything on the ledger is indexed. */
  static BenchService start(BenchNetwork network, Path data) throws IOException {
    String[] settings = {
      "--server.port=0",
      "--lepta.data=" + data,
      "--lepta.ledger=fabric",
      "--lepta.fabric.connection=" + network.connectionFile(),
      "--logging.level.root=ERROR",
      "--logging.level.org.lepta=WARN"
    };
    SpringApplication service = new SpringApplication(ServiceApplication.class);
    return new BenchService(service.run(settings), network.connection().organisation());
  }

  BenchEntries entries() {
    return new BenchEntries(organisation);
  }

  Ledger ledger() {
    return context.getBean(Ledger.class);
  }

  Indexer indexer() {
    return context.getBean(Indexer.class);
  }

  /** Records entries, as every part of the service does. */
  List<RecordResult> record(List<Entry> entries) throws InterruptedException {
    return context.getBean(Recorder.class).record(organisation, entries);
  }

  /** Records entries of which none may be refused. */
  void must(List<Entry> entries) throws InterruptedException {
    List<RecordResult> results = record(entries);
    for (RecordResult result : results) {
      if (!(result instanceof RecordResult.Recorded)) {
        throw new IllegalStateException("not recorded: " + result);
      }
    }
  }

  /** Reads what the contract knows of a managed fund's money; nothing before the first seal. */
  Optional<UnitBalance> balance(String fund) throws UnreachableException {
    return read("balance", fund)
        .map(bytes -> RecordCodec.decode(bytes.toArray(), FundBalances.class).of(BenchEntries.EUR));
  }

  /** Evaluates a read of the contract and returns the value of the key. */
  Optional<Bytes> read(String... key) throws UnreachableException {
    Evaluation evaluation = ledger().evaluate(Submission.of(organisation, "read", key));
    if (evaluation instanceof Answer answer) {
      return answer.payload().isEmpty() ? Optional.empty() : Optional.of(answer.payload());
    }
    throw new IllegalStateException("the ledger refuses to be read: " + evaluation);
  }

  /** Waits until the fund's sealed free balance is this. */
  void awaitFree(String fund, String amount) throws InterruptedException, UnreachableException {
    long end = System.nanoTime() + SEALED_WITHIN.toNanos();
    while (!balance(fund).map(now -> now.free().toString().equals(amount)).orElse(false)) {
      if (System.nanoTime() - end > 0) {
        throw new IllegalStateException(
            "%s was not sealed: %s instead of %s".formatted(fund, balance(fund), amount));
      }
      Thread.sleep(LOOK);
    }
  }

  /** Waits until the index holds every block there is now. */
  void awaitIndex() throws InterruptedException, UnreachableException {
    long newest = ledger().height() - 1;
    if (!indexer().awaitBlock(newest, SEALED_WITHIN)) {
      throw new IllegalStateException("block " + newest + " was not indexed");
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
