package org.lepta.service.ledger.recording;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.lepta.ledger.entry.Entry;
import org.lepta.service.kernel.Identity;

/** What is on the ledger already, as the index knows it. */
public interface RecordedEntries {

  /** The entries of these identities that are indexed; absent ones are left out. */
  Map<Identity, Entry> find(Collection<Identity> identities);

  /** Number of the next block that is not indexed yet. */
  long indexedHeight();

  /**
   * Waits until a block is indexed.
   *
   * @return whether it is; false if the time is over or indexing has stopped
   */
  boolean awaitIndexed(long block, Duration timeout) throws InterruptedException;
}
