package org.lepta.service.trail;

import java.util.TreeMap;

/**
 * Densely numbered pieces of which the oldest open one is wanted. It may hold only a part of them:
 * a beginning without gaps, and single later ones. Not thread-safe.
 */
final class OpenQueue<T> {

  private final TreeMap<Long, T> open = new TreeMap<>();
  private long last;
  private long loadedThrough;

  /**
   * A queue of stored pieces, none loaded yet.
   *
   * @param last number of the newest piece, 0 if there is none
   * @param firstOpen none before it is open
   */
  OpenQueue(long last, long firstOpen) {
    this.last = last;
    this.loadedThrough = firstOpen - 1;
  }

  long last() {
    return last;
  }

  long loadedThrough() {
    return loadedThrough;
  }

  boolean isComplete() {
    return loadedThrough >= last;
  }

  /** A number before which nothing is open. */
  long firstOpen() {
    return open.isEmpty() ? loadedThrough + 1 : Math.min(open.firstKey(), loadedThrough + 1);
  }

  /** The oldest open piece. */
  T head() {
    if (open.isEmpty() || open.firstKey() > loadedThrough) {
      throw new IllegalStateException("open pieces were asked for that were not loaded");
    }
    return open.firstEntry().getValue();
  }

  /** Takes a stored open piece that was looked up by itself. */
  void load(long no, T piece) {
    open.put(no, piece);
  }

  /** Everything open up to that number is loaded now. */
  void loaded(long through) {
    loadedThrough = Math.max(loadedThrough, through);
  }

  /** Adds a new piece at the end. */
  void append(T piece) {
    if (isComplete()) {
      loadedThrough = last + 1;
    }
    last++;
    open.put(last, piece);
  }

  void close(long no) {
    open.remove(no);
  }
}
