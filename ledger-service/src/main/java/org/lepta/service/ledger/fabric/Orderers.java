package org.lepta.service.ledger.fabric;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.hyperledger.fabric.client.SubmitException;
import org.hyperledger.fabric.client.Transaction;
import org.lepta.service.ledger.NotSentException;

/**
 * Hands transactions over to ordering through the gateways of peers. The same signed envelope may
 * be handed over any number of times: its transaction id takes effect once. Thread-safe.
 */
final class Orderers {
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final int BUSY_ATTEMPTS = 20;

  private final Peers peers;

  Orderers(Peers peers) {
    this.peers = peers;
  }

  /** What is known after handing over. */
  enum Sent {
    /** An orderer took it. */
    TAKEN,
    /** Nobody said so, but somebody may have. */
    PERHAPS
  }

  /**
   * Hands over, to the gateway that endorsed it first.
   *
   * @throws NotSentException if certainly nobody took it
   */
  Sent send(Endorsed.Ready ready) throws NotSentException {
    List<String> tried = new ArrayList<>();
    SubmitException last = null;
    boolean perhaps = false;
    for (Link link : order(ready.link())) {
      try {
        sendTo(link, ready);
        return Sent.TAKEN;
      } catch (SubmitException e) {
        Failure failure = Calls.ordering(e);
        last = e;
        tried.add(link + ": " + failure.message());
        perhaps |= failure.kind() == Failure.Kind.UNKNOWN;
        if (Calls.isOfTheLink(e)) {
          peers.failed(link);
        }
        if (failure.kind() == Failure.Kind.REJECTED || Thread.currentThread().isInterrupted()) {
          break;
        }
      }
    }
    if (perhaps) {
      return Sent.PERHAPS;
    }
    throw new NotSentException("not ordered: " + String.join(" | ", tried), last);
  }

  private List<Link> order(Link first) {
    List<Link> order = new ArrayList<>(peers.inOrder());
    order.remove(first);
    order.addFirst(first);
    return order;
  }

  private static void sendTo(Link link, Endorsed.Ready ready) throws SubmitException {
    // Its bytes hold the signature from the first attempt on.
    Transaction here =
        link == ready.link()
            ? ready.transaction()
            : link.gateway(ready.signer()).newTransaction(ready.transaction().getBytes());
    for (int attempt = 1; ; attempt++) {
      try {
        // The answer names a commit to ask for; the stream of blocks tells instead.
        var _ = here.submitAsync();
        return;
      } catch (SubmitException e) {
        if (attempt == BUSY_ATTEMPTS || Calls.ordering(e).kind() != Failure.Kind.BUSY) {
          throw e;
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
