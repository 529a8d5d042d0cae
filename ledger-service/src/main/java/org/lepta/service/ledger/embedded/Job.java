package org.lepta.service.ledger.embedded;

import com.google.protobuf.ByteString;
import java.util.concurrent.CompletableFuture;
import org.lepta.service.ledger.Outcome;

/** What waits for the ordering thread. */
sealed interface Job {

  /** A transaction, and who waits for it. */
  record Transaction(Endorsed endorsed, CompletableFuture<Outcome> outcome) implements Job {}

  /** A new configuration with its envelope, in a block of its own, and who waits for it. */
  record Configuration(Keeper keeper, ByteString envelope, CompletableFuture<Keeper> done)
      implements Job {}

  /** The end: everything queued before it has been handled. */
  record Stop() implements Job {}
}
