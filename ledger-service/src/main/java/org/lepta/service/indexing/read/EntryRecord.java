package org.lepta.service.indexing.read;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Kind;
import org.lepta.ledger.entry.Leaf;
import org.lepta.service.indexing.EntryFacts;
import org.lepta.service.kernel.Key;
import org.lepta.service.kernel.Sha256;

/**
 * An entry as it stands in the log, with what the index knows of it.
 *
 * @param index leaf index, from 0
 * @param leaf what the bytes say: place, who recorded it, postings, balances, flags
 * @param stored the bytes of the leaf
 * @param hash of the leaf in the Merkle tree
 * @param committed the transaction's own timestamp
 * @param fund the fund it touches or speaks of
 * @param owner of the fund, for entries that post
 * @param managed whether the fund is kept on this ledger, for entries that post
 */
// The bytes go straight from the row to the reader and are never compared.
@SuppressWarnings("ArrayRecordComponent")
public record EntryRecord(
    long index,
    Leaf leaf,
    LeafBytes stored,
    Sha256 hash,
    Instant committed,
    @Nullable String fund,
    @Nullable String owner,
    @Nullable Boolean managed) {

  /** The leaf as it stands in the log: a copy. */
  public byte[] bytes() {
    return stored.toArray();
  }

  /** The entry as its sender stated it. */
  public Entry entry() {
    return leaf.entry();
  }

  public Kind kind() {
    return entry().kind();
  }

  /** The sender's id, unique per kind and who stated it. */
  public String id() {
    return entry().id();
  }

  /** The id as it stands in a URL path. */
  public String key() {
    return Key.ofId(id()).value();
  }

  /** The id that is unique across kinds, {@code kind:id}. */
  public String qualifiedId() {
    return entry().qualifiedId();
  }

  /** When it happened, else when it was decided. */
  public @Nullable LocalDate businessDate() {
    return EntryFacts.businessDate(entry());
  }

  /** Whether it changed anything: repeats in reported funds and overflows do not. */
  public boolean hasEffect() {
    return !leaf.postings().isEmpty();
  }
}
