package org.lepta.service.indexing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Leaf;
import org.lepta.service.kernel.Sha256;

/**
 * An entry with its place in the log.
 *
 * @param index leaf index, from 0
 * @param leaf what the bytes say
 * @param bytes the leaf as it stands in the log; not to be changed
 * @param hash of the leaf in the Merkle tree
 * @param committed the transaction's own timestamp
 * @param fund the fund it touches, for entries that post
 */
// The bytes are shared with the writer and never compared; a copy per entry would cost for nothing.
@SuppressWarnings("ArrayRecordComponent")
public record IndexedEntry(
    long index, Leaf leaf, byte[] bytes, Sha256 hash, Instant committed, @Nullable FundFacts fund) {

  /** The entry as its sender stated it. */
  public Entry entry() {
    return leaf.entry();
  }

  /** Whether it changed anything: repeats in reported funds and overflows do not. */
  public boolean hasEffect() {
    return !leaf.postings().isEmpty();
  }
}
