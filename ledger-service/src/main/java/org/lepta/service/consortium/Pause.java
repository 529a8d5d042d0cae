package org.lepta.service.consortium;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before something is tried again. */
final class Pause {

  private Pause() {}

  /** Between 80 and 120 per cent of it, so that services do not ask each other in step. */
  static Duration jittered(Duration time) {
    return time.multipliedBy(ThreadLocalRandom.current().nextLong(800, 1_201)).dividedBy(1_000);
  }

  /** Doubled with every failure, up to the longest. */
  static Duration after(int failures, Duration shortest, Duration longest) {
    Duration pause = shortest.multipliedBy(1L << Math.min(Math.max(failures - 1, 0), 30));
    return pause.compareTo(longest) > 0 ? longest : pause;
  }
}
