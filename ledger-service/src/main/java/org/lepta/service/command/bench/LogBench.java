package org.lepta.service.command.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What {@code lepta bench log} does: appends leaves to a tree and its files piece by piece, as the
 * publisher takes a backlog, and proves entries of the size that was reached from the files alone.
 */
public final class LogBench {

  private static final long GOAL_PER_SECOND = 50_000;
  private static final int GOAL_PROOF_BYTES = 1_300;

  private final GrowingLog log;
  private final PrintWriter out;
  private final List<LogPiece> atSizes = new ArrayList<>();

  private LogBench(GrowingLog log, PrintWriter out) {
    this.log = log;
    this.out = out;
  }

  /**
   * Measures, and prints as it goes.
   *
   * @param folder gets the files of two logs, one of which only warms the Java machine up
   * @param entries to append; also measured at every power of ten from 100,000 below it
   */
  public static void run(Path folder, long entries, PrintWriter out) throws IOException {
    new GrowingLog(folder.resolve("warm-up")).append(LogPiece.MOST);
    LogBench bench = new LogBench(new GrowingLog(folder.resolve("log")), out);
    bench.grow(entries);
    bench.prove();
  }

  private void grow(long entries) throws IOException {
    out.print(LogPiece.HEAD);
    for (long next = LogPiece.MOST; log.size() < entries; next *= 10) {
      growTo(Math.min(next, entries));
    }
    double slowest = atSizes.stream().mapToDouble(LogPiece::perSecond).min().orElseThrow();
    double first = atSizes.getFirst().perSecond();
    double last = atSizes.getLast().perSecond();
    out.print(Goal.atLeast("leaves/s, the slowest of these", slowest, GOAL_PER_SECOND).text());
    out.printf(Locale.ROOT, "at the last size %.2f times as fast as at the first%n", last / first);
    out.flush();
  }

  /** Prints the last piece before the size. */
  private void growTo(long size) throws IOException {
    LogPiece piece = null;
    while (log.size() < size) {
      piece = log.append((int) Math.min(LogPiece.MOST, size - log.size()));
    }
    if (piece != null) {
      atSizes.add(piece);
      out.print(piece.text());
      out.flush();
    }
  }

  private void prove() throws IOException {
    LogProofs proofs = LogProofs.of(log);
    out.print(
        Goal.atMost(
                "bytes of the longest .tlog-proof of " + proofs.count() + ", one cosignature",
                proofs.longest(),
                GOAL_PROOF_BYTES)
            .text());
    out.printf(
        Locale.ROOT,
        "made from the files alone, each from scratch: median %.2f ms, p99 %.2f ms%n",
        proofs.medianMillis(),
        proofs.p99Millis());
    out.flush();
  }
}
