package org.lepta.service.ledger.recording;

import java.util.concurrent.CompletableFuture;
import org.lepta.ledger.entry.Entry;
import org.lepta.service.kernel.Identity;

/** An entry on its way, with the place where its result is awaited. */
record Item(Entry entry, Identity identity, CompletableFuture<RecordResult> result) {

  static Item of(Entry entry) {
    return new Item(entry, Identity.of(entry), new CompletableFuture<>());
  }
}
