package org.lepta.service.ledger.fabric;

import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.orderer.AtomicBroadcastGrpc;
import org.hyperledger.fabric.protos.orderer.BroadcastResponse;
import org.jspecify.annotations.Nullable;

/**
 * One stream to one ordering node, the own organisation's if it has one. A gateway sends each
 * transaction to an ordering node of its choice, so that two of them can overtake each other; on
 * one stream, and from its node to the leader, they cannot. When the stream breaks, the next
 * transaction goes to the next node. Thread-safe.
 */
final class OrderingStream implements AutoCloseable {
  private final List<ManagedChannel> channels;
  private int current;
  private @Nullable Answers open;

  private OrderingStream(List<ManagedChannel> channels) {
    this.channels = channels;
  }

  /** Prepares connections to these nodes; nothing is sent yet. */
  static OrderingStream to(List<OrderingNodes.Node> nodes, FabricSettings settings)
      throws IOException {
    List<ManagedChannel> channels = new ArrayList<>();
    try {
      for (OrderingNodes.Node node : nodes) {
        channels.add(Link.connect(node.endpoint(), node.tlsRoots(), settings));
      }
      return new OrderingStream(List.copyOf(channels));
    } catch (IOException | RuntimeException e) {
      channels.forEach(ManagedChannel::shutdownNow);
      throw e;
    }
  }

  /** The answers of one stream come in the order of what was sent on it. */
  private final class Answers implements StreamObserver<BroadcastResponse> {
    private final Queue<CompletableFuture<BroadcastResponse>> waiting = new ArrayDeque<>();
    private @Nullable StreamObserver<Envelope> requests;

    @Override
    public void onNext(BroadcastResponse response) {
      CompletableFuture<BroadcastResponse> first;
      synchronized (OrderingStream.this) {
        first = waiting.poll();
      }
      if (first != null) {
        first.complete(response);
      }
    }

    @Override
    public void onError(Throwable trouble) {
      end(trouble);
    }

    @Override
    public void onCompleted() {
      end(Status.UNAVAILABLE.withDescription("the stream was ended").asRuntimeException());
    }

    private void end(Throwable trouble) {
      List<CompletableFuture<BroadcastResponse>> unanswered;
      synchronized (OrderingStream.this) {
        leave(this);
        unanswered = List.copyOf(waiting);
        waiting.clear();
      }
      unanswered.forEach(one -> one.completeExceptionally(trouble));
    }
  }

  /**
   * Sends an envelope after all those sent before.
   *
   * @return completes with the node's answer, or exceptionally with a gRPC status
   */
  synchronized CompletableFuture<BroadcastResponse> send(Envelope envelope) {
    CompletableFuture<BroadcastResponse> answer = new CompletableFuture<>();
    Answers answers = open;
    if (answers == null) {
      answers = new Answers();
      open = answers;
      answers.requests = AtomicBroadcastGrpc.newStub(channels.get(current)).broadcast(answers);
    }
    answers.waiting.add(answer);
    if (answers.requests != null) {
      answers.requests.onNext(envelope);
    }
    return answer;
  }

  /** Turns to the next node, since this answer does not come. */
  @SuppressWarnings("ReferenceEquality") // It is this very future that waits, or none.
  void giveUp(CompletableFuture<BroadcastResponse> answer) {
    Answers late;
    synchronized (this) {
      late = open != null && open.waiting.stream().anyMatch(one -> one == answer) ? open : null;
    }
    if (late != null) {
      late.end(Status.DEADLINE_EXCEEDED.withDescription("no answer in time").asRuntimeException());
    }
  }

  private synchronized void leave(Answers answers) {
    if (open == answers) {
      open = null;
      current = (current + 1) % channels.size();
      if (answers.requests != null) {
        answers.requests.onError(Status.CANCELLED.asRuntimeException());
      }
    }
  }

  @Override
  public void close() {
    channels.forEach(ManagedChannel::shutdownNow);
  }
}
