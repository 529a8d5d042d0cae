package org.lepta.service.moving;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.codec.LeafCodec;
import org.lepta.ledger.entry.Leaf;
import org.lepta.service.transparency.log.LogSource;

/** Reads a log leaf by leaf, some of them at a time. Not thread-safe. */
final class LeafCursor {

  private static final int PAGE = 1_000;

  private final LogSource log;
  private final long end;
  private final Deque<Numbered> page = new ArrayDeque<>();
  private long read;

  /** Reads the leaves {@code [from, end)}. */
  LeafCursor(LogSource log, long from, long end) {
    this.log = log;
    this.read = from;
    this.end = end;
  }

  /** Returns the next leaf and stays before it; null at the end. */
  @Nullable Numbered peek() throws SQLException, IOException {
    if (page.isEmpty() && read < end) {
      log.leaves(
          read, Math.min(end, read + PAGE), bytes -> page.add(next(LeafCodec.decode(bytes))));
    }
    return page.peekFirst();
  }

  private Numbered next(Leaf leaf) {
    return new Numbered(read++, leaf);
  }

  /** Returns the next leaf and goes on; null at the end. */
  @Nullable Numbered next() throws SQLException, IOException {
    peek();
    return page.pollFirst();
  }
}
