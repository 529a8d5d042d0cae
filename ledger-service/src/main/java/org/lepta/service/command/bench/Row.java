package org.lepta.service.command.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** All rounds of one way of recording, in a line of the table. Not thread-safe. */
final class Row {
  static final String HEAD =
      "%-36s %9s %10s %-17s %15s %21s%n"
              .formatted(
                  "",
                  "entries",
                  "entries/s",
                  "  (least-most)",
                  "p50 / p99 of",
                  "CPU s/1,000 entries")
          + "%-36s %9s %10s %-17s %15s %21s%n"
              .formatted("", "", "median", "", "a call, ms", "client / network");

  private final String name;
  private final List<Round> rounds = new ArrayList<>();

  Row(String name) {
    this.name = name;
  }

  Round add(Round round) {
    rounds.add(round);
    return round;
  }

  /** Entries per second, round by round. */
  List<Double> rates() {
    return rounds.stream().map(Round::perSecond).toList();
  }

  double rate() {
    return Figures.median(rates());
  }

  long entries() {
    return rounds.stream().mapToLong(Round::entries).sum();
  }

  long lost() {
    return rounds.stream().mapToLong(Round::lost).sum();
  }

  /** The median of the rounds' own percentiles, in milliseconds. */
  double latency(double percent) {
    return Figures.median(
        rounds.stream().map(round -> Figures.percentile(round.latencies(), percent)).toList());
  }

  String text() {
    double thousands = Math.max(1, entries()) / 1_000.0;
    double client = rounds.stream().mapToDouble(round -> round.cpu().client()).sum();
    double network = rounds.stream().mapToDouble(round -> round.cpu().network()).sum();
    return String.format(
        Locale.ROOT,
        "%-36s %,9d %,10.0f %-17s %15s %21s%n",
        name,
        entries(),
        rate(),
        String.format(
            Locale.ROOT,
            "(%,.0f-%,.0f)",
            Figures.percentile(rates(), 1e-9),
            Figures.percentile(rates(), 100)),
        String.format(Locale.ROOT, "%,.0f / %,.0f", latency(50), latency(99)),
        String.format(Locale.ROOT, "%.2f / %.2f", client / thousands, network / thousands));
  }
}
