package org.lepta.service.transparency.log;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.transparency.proof.RecordedKeys;

/** The leaves in their order, and the roots that the index computed over them. Thread-safe. */
public interface LogSource {

  /** Takes leaves. */
  @FunctionalInterface
  interface Sink {

    /** Takes the exact bytes of the next leaf. */
    void put(byte[] leaf) throws IOException;
  }

  /**
   * Returns the last end of a block with more than {@code size} and at most {@code size + most}
   * leaves; where the next block alone has more, its end.
   */
  Optional<BlockEnd> next(long size, long most) throws SQLException;

  /** Returns the root of this size, if a block ended there. */
  Optional<Sha256> rootAt(long size) throws SQLException;

  /** Gives the leaves {@code [from, to)} to the sink, in order and without a gap. */
  void leaves(long from, long to, Sink sink) throws SQLException, IOException;

  /**
   * Returns the leaf indexes in {@code [from, to)} of notes by which an auditor's draw is
   * announced, ascending. A source that tells no kinds apart has none.
   */
  default List<Long> draws(long from, long to) throws SQLException {
    return List.of();
  }

  /** Returns the keys that entries name for logs. A source that tells no kinds apart has none. */
  default RecordedKeys keys() throws SQLException {
    return new RecordedKeys();
  }

  /**
   * Waits until there are more blocks than {@code height}, or the time is over.
   *
   * @return the number of blocks
   */
  long awaitBlocks(long height, Duration timeout) throws InterruptedException;
}
