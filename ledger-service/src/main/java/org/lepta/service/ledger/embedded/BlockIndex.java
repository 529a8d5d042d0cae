package org.lepta.service.ledger.embedded;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Where each durable block begins; lets readers wait for the next one. Thread-safe. */
final class BlockIndex {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private long[] offsets = new long[1024];
  private int height;
  private long end;
  private boolean closed;

  /** Adds the next block. */
  void add(long offset, long endOfBlock) {
    lock.lock();
    try {
      if (height == offsets.length) {
        offsets = Arrays.copyOf(offsets, 2 * height);
      }
      offsets[height++] = offset;
      end = endOfBlock;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  long height() {
    lock.lock();
    try {
      return height;
    } finally {
      lock.unlock();
    }
  }

  /** Returns the offset behind the last block. */
  long end() {
    lock.lock();
    try {
      return end;
    } finally {
      lock.unlock();
    }
  }

  long offset(long number) {
    lock.lock();
    try {
      if (number < 0 || number >= height) {
        throw new IllegalArgumentException("block " + number + " of " + height);
      }
      return offsets[(int) number];
    } finally {
      lock.unlock();
    }
  }

  /** Waits until the block is there, at most this long; false if it is not, or all is closed. */
  boolean await(long number, Duration timeout) throws InterruptedException {
    long left = timeout.toNanos();
    lock.lockInterruptibly();
    try {
      while (number >= height) {
        if (closed || left <= 0) {
          return false;
        }
        left = changed.awaitNanos(left);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Ends all waits, now and later. */
  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
