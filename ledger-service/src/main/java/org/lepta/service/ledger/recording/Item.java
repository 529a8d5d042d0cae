package org.lepta.service.ledger.recording;

import java.util.concurrent.CompletableFuture;
import org.lepta.ledger.codec.EntryCodec;
import org.lepta.ledger.entry.Entry;
import org.lepta.service.kernel.Identity;
import org.lepta.service.ledger.Bytes;

/**
 * An entry on its way.
 *
 * @param bytes its canonical bytes, made once
 * @param result where its result is awaited
 */
record Item(Entry entry, Bytes bytes, Identity identity, CompletableFuture<RecordResult> result) {

  static Item of(Entry entry) {
    return new Item(
        entry, Bytes.of(EntryCodec.encode(entry)), Identity.of(entry), new CompletableFuture<>());
  }

  /** The same entry, whose result is awaited anew. */
  Item again() {
    return new Item(entry, bytes, identity, new CompletableFuture<>());
  }
}
