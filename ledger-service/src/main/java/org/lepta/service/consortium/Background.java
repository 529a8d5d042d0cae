package org.lepta.service.consortium;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One loop on a thread of its own, with pauses that end at once when it is to end. Interrupting a
 * loop in the middle of a read could leave a connection broken, so it is asked instead.
 * Thread-safe.
 */
final class Background implements AutoCloseable {

  private static final Duration LONGEST_END = Duration.ofSeconds(30);

  private final String name;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition closed = lock.newCondition();
  private volatile boolean closing;
  private @Nullable Thread loop;

  Background(String name) {
    this.name = name;
  }

  /** Begins a loop that looks at {@link #isClosing} between its rounds. */
  void start(Runnable run) {
    loop = Thread.ofVirtual().name(name).start(run);
  }

  boolean isClosing() {
    return closing;
  }

  /** Waits so long, or until the loop is to end. */
  void pause(Duration time) {
    lock.lock();
    try {
      long rest = time.toNanos();
      while (!closing && rest > 0) {
        rest = closed.awaitNanos(rest);
      }
    } catch (InterruptedException e) {
      closing = true;
    } finally {
      lock.unlock();
    }
  }

  /** Asks the loop to end and waits for it, for half a minute at most. */
  @Override
  public void close() {
    closing = true;
    lock.lock();
    try {
      closed.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      if (loop != null) {
        loop.join(LONGEST_END);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
