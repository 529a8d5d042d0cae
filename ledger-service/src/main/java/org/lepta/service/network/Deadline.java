package org.lepta.service.network;

import java.time.Duration;

/**
 * A moment until which something is waited for.
 *
 * @param nanos the moment, as {@link System#nanoTime} counts
 */
record Deadline(long nanos) {
  private static final long PAUSE_MILLIS = 100;

  static Deadline in(Duration limit) {
    return new Deadline(System.nanoTime() + limit.toNanos());
  }

  boolean isOver() {
    return System.nanoTime() - nanos >= 0;
  }

  /** Lets a short time pass before the next look. */
  void pause() throws InterruptedException {
    Thread.sleep(PAUSE_MILLIS);
  }
}
