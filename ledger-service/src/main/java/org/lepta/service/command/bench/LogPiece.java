package org.lepta.service.command.bench;

import java.util.Locale;

/**
 * What appending one piece of leaves took.
 *
 * @param size of the log behind it
 * @param leaves appended
 * @param hashNanos only hashing them and as many inner nodes: the floor, on one core
 * @param appendNanos tree, tiles and bundles, durable
 * @param checkNanos reading all of it back and hashing it again, before it would be signed
 */
record LogPiece(long size, int leaves, long hashNanos, long appendNanos, long checkNanos) {

  /** Leaves of a piece: what the publisher takes at once of a backlog. */
  static final int MOST = 100_000;

  static final String HEAD =
      "%12s %12s %18s %22s %22s%n"
          .formatted(
              "size", "appended/s", "bare hashes/s", "appended : hashes", "with read back/s");

  double perSecond() {
    return rate(appendNanos);
  }

  private double rate(long nanos) {
    return leaves * 1e9 / nanos;
  }

  String text() {
    return String.format(
        Locale.ROOT,
        "%,12d %,12.0f %,18.0f %21.1f%% %,22.0f%n",
        size,
        perSecond(),
        rate(hashNanos),
        100.0 * hashNanos / appendNanos,
        rate(appendNanos + checkNanos));
  }
}
