package org.lepta.service.indexing;

import java.time.Instant;
import java.util.Set;
import org.lepta.ledger.codec.Packed;
import org.lepta.ledger.entry.Through;

/**
 * A valid transaction that put entries on the ledger.
 *
 * @param creatorMsp MSP id of the identity that signed it
 * @param time its own timestamp
 * @param packed the entries and their numbering
 * @param writtenKeys all keys it wrote
 */
public record RecordedTransaction(
    long block,
    int index,
    String creatorMsp,
    Instant time,
    Through through,
    Packed packed,
    Set<String> writtenKeys) {

  /** Copies the keys. */
  public RecordedTransaction {
    writtenKeys = Set.copyOf(writtenKeys);
  }
}
