package org.lepta.service.ledger.recording;

import java.util.OptionalLong;
import java.util.TreeSet;

/**
 * Which batches of an organisation are committed, by their numbers: seals go up to the first that
 * is missing. Thread-safe.
 */
final class CommittedNumbers {
  private final TreeSet<Long> beyond = new TreeSet<>();
  private long upTo;

  /** All up to this number are committed. */
  CommittedNumbers(long upTo) {
    this.upTo = upTo;
  }

  synchronized void add(long number) {
    beyond.add(number);
    while (!beyond.isEmpty() && beyond.first() == upTo + 1) {
      upTo = beyond.pollFirst();
    }
  }

  /** The newest number before which none is missing. */
  synchronized long upTo() {
    return upTo;
  }

  /** The number that is missing while later ones are committed. */
  synchronized OptionalLong missing() {
    return beyond.isEmpty() ? OptionalLong.empty() : OptionalLong.of(upTo + 1);
  }
}
