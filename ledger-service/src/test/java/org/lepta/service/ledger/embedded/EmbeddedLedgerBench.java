package org.lepta.service.ledger.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.lepta.service.ledger.Bytes;
import org.lepta.service.ledger.Committed;
import org.lepta.service.ledger.Submission;
import org.lepta.service.ledger.TestContract;

/**
 * Prints what a forced write, a transaction and an entry cost here. Not a test: figures of one run
 * on one machine, to be compared with each other only. Arguments: a folder (default: a temporary
 * one) and seconds per row (default 5).
 */
public final class EmbeddedLedgerBench {
  private static final int ENTRY_BYTES = 230;

  private final EmbeddedLedger ledger;
  private final double seconds;
  private final AtomicLong keys = new AtomicLong();

  private EmbeddedLedgerBench(EmbeddedLedger ledger, double seconds) {
    this.ledger = ledger;
    this.seconds = seconds;
  }

  /** Runs all rows. */
  public static void main(String[] args) throws Exception {
    Path folder = args.length > 0 ? Path.of(args[0]) : Files.createTempDirectory("ledger-bench");
    double seconds = args.length > 1 ? Double.parseDouble(args[1]) : 5;
    System.out.printf(
        Locale.ROOT,
        "Java %s, %d processors, forced write of 4 KiB: %.0f us (median of 500)%n",
        System.getProperty("java.version"),
        Runtime.getRuntime().availableProcessors(),
        forcedWriteMicros(Files.createDirectories(folder).resolve("probe")));
    try (EmbeddedLedger ledger =
        EmbeddedLedger.open(EmbeddedSettings.of(folder.resolve("ledger"), new TestContract()))) {
      ledger.addMember("XX-BENCH-a");
      ledger.addMember("XX-BENCH-b");
      EmbeddedLedgerBench bench = new EmbeddedLedgerBench(ledger, seconds);
      bench.run("warm-up", 16, 1, true);
      for (int threads : new int[] {1, 16, 64}) {
        bench.run("single puts", threads, 1, true);
      }
      for (int entries : new int[] {250, 1_000}) {
        for (int threads : new int[] {1, 4}) {
          bench.run(entries + " entries, one value", threads, entries, true);
          bench.run(entries + " entries, a key each", threads, entries, false);
        }
      }
    }
    long start = System.nanoTime();
    try (EmbeddedLedger ledger =
        EmbeddedLedger.open(EmbeddedSettings.of(folder.resolve("ledger"), new TestContract()))) {
      System.out.printf(
          Locale.ROOT,
          "reopened %d blocks, %d MiB, in %.2f s%n",
          ledger.height(),
          Files.size(folder.resolve("ledger").resolve(BlockFile.BLOCKS)) >> 20,
          (System.nanoTime() - start) / 1e9);
    }
  }

  private void run(String name, int threads, int entries, boolean packed) throws Exception {
    long heightBefore = ledger.height();
    List<long[]> all = new ArrayList<>();
    long cpuBefore = cpuNanos();
    long begin = System.nanoTime();
    long end = begin + (long) (seconds * 1e9);
    List<Callable<long[]>> tasks =
        Collections.nCopies(threads, () -> submitUntil(end, entries, packed));
    try (var executor = Executors.newFixedThreadPool(threads)) {
      for (Future<long[]> latencies : executor.invokeAll(tasks)) {
        all.add(latencies.get());
      }
    }
    double taken = (System.nanoTime() - begin) / 1e9;
    long[] nanos = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "%-26s %3d threads: %8.0f tx/s %9.0f entries/s  p50 %7.2f ms  p99 %7.2f ms"
            + "  %5.1f tx/block  %6.2f CPU-s per 1,000 tx%n",
        name,
        threads,
        nanos.length / taken,
        nanos.length * (double) entries / taken,
        nanos[nanos.length / 2] / 1e6,
        nanos[nanos.length * 99 / 100] / 1e6,
        nanos.length / (double) (ledger.height() - heightBefore),
        (cpuNanos() - cpuBefore) / 1e6 / nanos.length);
  }

  private static long cpuNanos() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
  }

  private long[] submitUntil(long end, int entries, boolean packed) throws Exception {
    long[] nanos = new long[1 << 10];
    int count = 0;
    while (System.nanoTime() < end) {
      long start = System.nanoTime();
      if (!(ledger.submit(submission(entries, packed)) instanceof Committed)) {
        throw new IllegalStateException("not committed");
      }
      if (count == nanos.length) {
        nanos = Arrays.copyOf(nanos, 2 * count);
      }
      nanos[count++] = System.nanoTime() - start;
    }
    return Arrays.copyOf(nanos, count);
  }

  private Submission submission(int entries, boolean packed) {
    String key = "bench-" + keys.incrementAndGet();
    Submission call =
        Submission.of("XX-BENCH-a", "putManyKeys", key, packed ? "1" : Integer.toString(entries));
    return call.withTransient(
        "value", Bytes.of(filled(packed ? entries * ENTRY_BYTES : ENTRY_BYTES)));
  }

  private static byte[] filled(int size) {
    byte[] bytes = new byte[size];
    Arrays.fill(bytes, (byte) 'x');
    return bytes;
  }

  private static double forcedWriteMicros(Path file) throws IOException {
    long[] nanos = new long[500];
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      for (int i = 0; i < nanos.length; i++) {
        long start = System.nanoTime();
        channel.write(ByteBuffer.allocate(4096), i * 4096L);
        channel.force(false);
        nanos[i] = System.nanoTime() - start;
      }
    }
    Files.delete(file);
    Arrays.sort(nanos);
    return nanos[nanos.length / 2] / 1e3;
  }
}
