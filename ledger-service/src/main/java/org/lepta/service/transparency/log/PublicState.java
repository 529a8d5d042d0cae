package org.lepta.service.transparency.log;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lepta.service.transparency.proof.Checkpoint;
import org.lepta.service.transparency.proof.VerifierKey;

/** What is public and what is wrong, for those who ask. Thread-safe. */
final class PublicState {

  private final String origin;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition grown = lock.newCondition();
  private Supplier<List<VerifierKey>> keys = List::of;
  private @Nullable SignedCheckpoint checkpoint;
  private @Nullable SignedCheckpoint cosigned;
  private List<LogState.WitnessState> witnesses = List.of();
  private LogState.@Nullable Alarm alarm;

  PublicState(String origin) {
    this.origin = origin;
  }

  /** The one in force first, then those before it; asked anew each time. */
  void keys(Supplier<List<VerifierKey>> ours) {
    lock.lock();
    try {
      keys = ours;
    } finally {
      lock.unlock();
    }
  }

  void published(SignedCheckpoint now) {
    lock.lock();
    try {
      checkpoint = now;
      grown.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void cosigned(SignedCheckpoint now) {
    lock.lock();
    try {
      cosigned = now;
    } finally {
      lock.unlock();
    }
  }

  void witnesses(List<LogState.WitnessState> now) {
    lock.lock();
    try {
      witnesses = List.copyOf(now);
    } finally {
      lock.unlock();
    }
  }

  void alarm(LogState.@Nullable Alarm now) {
    lock.lock();
    try {
      // What lasts must not be covered by what comes and passes.
      if (alarm == null || alarm.code().mayPass()) {
        alarm = now;
      }
    } finally {
      lock.unlock();
    }
  }

  List<VerifierKey> keys() {
    lock.lock();
    try {
      return keys.get();
    } finally {
      lock.unlock();
    }
  }

  @Nullable SignedCheckpoint checkpoint() {
    lock.lock();
    try {
      return checkpoint;
    } finally {
      lock.unlock();
    }
  }

  @Nullable SignedCheckpoint cosigned() {
    lock.lock();
    try {
      return cosigned;
    } finally {
      lock.unlock();
    }
  }

  LogState now() {
    lock.lock();
    try {
      List<VerifierKey> ours = keys.get();
      String vkey = ours.isEmpty() ? null : ours.getFirst().toString();
      return new LogState(origin, vkey, textOf(checkpoint), textOf(cosigned), witnesses, alarm);
    } finally {
      lock.unlock();
    }
  }

  private static @Nullable Checkpoint textOf(@Nullable SignedCheckpoint signed) {
    return signed == null ? null : signed.checkpoint();
  }

  boolean awaitPublished(long size, Duration timeout) throws InterruptedException {
    long rest = timeout.toNanos();
    lock.lockInterruptibly();
    try {
      while (size() < size && rest > 0) {
        rest = grown.awaitNanos(rest);
      }
      return size() >= size;
    } finally {
      lock.unlock();
    }
  }

  private long size() {
    return checkpoint == null ? 0 : checkpoint.checkpoint().size();
  }
}
