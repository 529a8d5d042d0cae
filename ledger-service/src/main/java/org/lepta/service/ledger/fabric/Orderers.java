package org.lepta.service.ledger.fabric;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hyperledger.fabric.client.SubmitException;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.gateway.PreparedTransaction;
import org.hyperledger.fabric.protos.orderer.BroadcastResponse;
import org.jspecify.annotations.Nullable;
import org.lepta.service.ledger.NotSentException;

/**
 * Hands transactions over to ordering: on the one stream where that keeps their order, and else, or
 * when it fails, through the gateways of peers. The same signed envelope may be handed over any
 * number of times: its transaction id takes effect once. Thread-safe.
 */
final class Orderers implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final int BUSY_ATTEMPTS = 20;

  private final Peers peers;
  private final Duration patience;
  private final @Nullable OrderingStream stream;

  Orderers(Peers peers, FabricLimits limits, @Nullable OrderingStream stream) {
    this.peers = peers;
    this.patience = limits.ordering();
    this.stream = stream;
  }

  /** What is known after handing over. */
  enum Sent {
    /** An orderer took it. */
    TAKEN,
    /** Nobody said so, but somebody may have. */
    PERHAPS
  }

  /**
   * A transaction that is being handed over.
   *
   * @param answer the stream's; absent where there is none, so that nothing was sent yet
   */
  record Handover(Endorsed.Ready ready, @Nullable CompletableFuture<BroadcastResponse> answer) {
    boolean isInTurn() {
      return answer != null;
    }
  }

  /** Hands over without waiting for an answer, if that keeps the order of calls. */
  Handover begin(Endorsed.Ready ready) {
    return new Handover(ready, stream == null ? null : stream.send(envelope(ready)));
  }

  private static Envelope envelope(Endorsed.Ready ready) {
    try {
      return PreparedTransaction.parseFrom(ready.transaction().getBytes()).getEnvelope();
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("the client's own bytes cannot be read", e);
    }
  }

  /**
   * Waits until it is known whether the transaction was taken; tries the gateways if not.
   *
   * @throws NotSentException if certainly nobody took it
   */
  Sent finish(Handover handover) throws NotSentException, InterruptedException {
    if (stream == null || handover.answer() == null) {
      return send(handover.ready(), false);
    }
    try {
      BroadcastResponse response = handover.answer().get(patience.toNanos(), TimeUnit.NANOSECONDS);
      return switch (response.getStatus()) {
        case SUCCESS -> Sent.TAKEN;
        case BAD_REQUEST, FORBIDDEN, REQUEST_ENTITY_TOO_LARGE ->
            throw new NotSentException(
                "not ordered: " + response.getStatus() + " " + response.getInfo(), null);
        default -> send(handover.ready(), true);
      };
    } catch (TimeoutException e) {
      stream.giveUp(handover.answer());
      return send(handover.ready(), true);
    } catch (ExecutionException e) {
      Failure failure = Failure.ofOrdering(Status.fromThrowable(e.getCause()), List.of());
      return send(handover.ready(), failure.kind() == Failure.Kind.UNKNOWN);
    }
  }

  /**
   * Hands over through gateways, first the one that endorsed it.
   *
   * @param before whether somebody may have taken it before
   * @throws NotSentException if certainly nobody took it
   */
  Sent send(Endorsed.Ready ready, boolean before) throws NotSentException {
    List<String> tried = new ArrayList<>();
    SubmitException last = null;
    boolean perhaps = before;
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
    if (order.indexOf(first) == 0 || peers.rests(first)) {
      return order;
    }
    order.remove(first);
    order.addFirst(first);
    return order;
  }

  private static void sendTo(Link link, Endorsed.Ready ready) throws SubmitException {
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

  @Override
  public void close() {
    if (stream != null) {
      stream.close();
    }
  }
}
