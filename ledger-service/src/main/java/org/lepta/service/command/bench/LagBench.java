package org.lepta.service.command.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.FundMode;
import org.lepta.service.ledger.BlockCursor;
import org.lepta.service.ledger.LedgerTroubleException;
import org.lepta.service.ledger.recording.RecordResult;

/**
 * Gifts at a steady rate, each at its own moment whatever became of those before; when the peer
 * gave out the block of each, and when the index had it. All times are of one clock.
 */
final class LagBench {
  static final int PER_SECOND = 100;

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final BenchService service;
  private final BenchEntries make;
  private final Map<Long, Long> committedAt = new ConcurrentHashMap<>();
  private final Map<Long, Long> indexedAt = new ConcurrentHashMap<>();

  private LagBench(BenchService service) {
    this.service = service;
    this.make = service.entries();
  }

  /**
   * What was measured, entry by entry, in milliseconds.
   *
   * @param commits from the moment an entry was due to its block at the service
   * @param lags from its block at the service to the block in the index
   */
  record Lag(List<Double> commits, List<Double> lags) {}

  /** A gift: when it was due, and the block it came into. */
  private record Sent(long dueNanos, long block) {}

  static Lag run(BenchService service, int seconds)
      throws InterruptedException, LedgerTroubleException {
    return new LagBench(service).run(seconds);
  }

  private Lag run(int seconds) throws InterruptedException, LedgerTroubleException {
    String fund = make.id("steady");
    service.must(List.of(make.fund(fund, FundMode.REPORTED)));
    long first = service.ledger().height();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> commits = threads.submit(() -> followCommits(first));
      Future<?> index = threads.submit(() -> followIndex(first));
      try {
        List<Sent> sent = send(threads, fund, seconds * PER_SECOND);
        long last = sent.stream().mapToLong(Sent::block).max().orElseThrow();
        return lag(sent, last);
      } finally {
        commits.cancel(true);
        index.cancel(true);
      }
    }
  }

  private List<Sent> send(ExecutorService threads, String fund, int gifts)
      throws InterruptedException {
    List<Future<Sent>> under = new ArrayList<>();
    long begun = System.nanoTime();
    for (int i = 0; i < gifts; i++) {
      long due = begun + i * (TimeUnit.SECONDS.toNanos(1) / PER_SECOND);
      Entry gift = make.gift(make.id("steady-" + i), fund, "1");
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      under.add(threads.submit(() -> record(gift, due)));
    }
    List<Sent> sent = new ArrayList<>();
    for (Future<Sent> each : under) {
      try {
        sent.add(each.get());
      } catch (ExecutionException e) {
        throw new IllegalStateException("a gift was not recorded", e.getCause());
      }
    }
    return sent;
  }

  private Sent record(Entry gift, long due) throws InterruptedException {
    if (service.record(List.of(gift)).getFirst() instanceof RecordResult.Recorded recorded) {
      return new Sent(due, recorded.block());
    }
    throw new IllegalStateException("not recorded: " + gift.id());
  }

  private Lag lag(List<Sent> sent, long last) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!committedAt.containsKey(last) || !indexedAt.containsKey(last)) {
      if (System.nanoTime() - end > 0) {
        throw new IllegalStateException("block " + last + " was not indexed");
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
    List<Double> commits = new ArrayList<>();
    List<Double> lags = new ArrayList<>();
    for (Sent each : sent) {
      long committed = Objects.requireNonNull(committedAt.get(each.block()));
      commits.add((committed - each.dueNanos()) / 1e6);
      // The two followers race for the same block; behind by less than nothing is not behind.
      long indexed = Objects.requireNonNull(indexedAt.get(each.block()));
      lags.add(Math.max(0, indexed - committed) / 1e6);
    }
    return new Lag(commits, lags);
  }

  private Void followCommits(long first) throws InterruptedException, LedgerTroubleException {
    try (BlockCursor cursor = service.ledger().open(first)) {
      while (true) {
        cursor
            .next(Duration.ofSeconds(1))
            .ifPresent(block -> committedAt.put(block.number(), System.nanoTime()));
      }
    }
  }

  private Void followIndex(long first) throws InterruptedException {
    long next = first;
    while (true) {
      if (service.indexer().awaitBlock(next, Duration.ofSeconds(1))) {
        indexedAt.put(next, System.nanoTime());
        next++;
      }
    }
  }
}
