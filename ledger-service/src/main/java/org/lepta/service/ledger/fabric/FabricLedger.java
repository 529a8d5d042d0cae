package org.lepta.service.ledger.fabric;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.lepta.service.ledger.Committed;
import org.lepta.service.ledger.CommittedInvalid;
import org.lepta.service.ledger.Evaluation;
import org.lepta.service.ledger.Ledger;
import org.lepta.service.ledger.Member;
import org.lepta.service.ledger.NotSentException;
import org.lepta.service.ledger.Outcome;
import org.lepta.service.ledger.OutcomeUnknownException;
import org.lepta.service.ledger.Submission;
import org.lepta.service.ledger.UnreachableException;
import org.lepta.service.ledger.Validation;
import org.lepta.service.ledger.fabric.CommitWatch.Place;
import org.lepta.service.ledger.wire.BlockDecoder;

/**
 * A channel of a Fabric network, through the gateways of its peers.
 *
 * <p>Thread-safe. A transaction is committed when the peer whose blocks are followed has it in a
 * block; reads ask that peer first. The same signed envelope is handed over again while it is
 * missing, which is safe, since its transaction id takes effect once. Calls of {@link #submitAsync}
 * by one thread go to one ordering node on one stream, one after the other, and Raft keeps that
 * order while its leader stays; what has to be handed over again, and everything under BFT, where
 * each transaction goes to all ordering nodes, may be overtaken.
 */
public final class FabricLedger implements Ledger {
  private final FabricLimits limits;
  private final Peers peers;
  private final FabricSettings settings;
  private final FabricMembers members;
  private final Contracts contracts;
  private final Orderers orderers;
  private final BlockDecoder decoder;
  private final CommitWatch watch;
  private final Semaphore flights;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /** Completes when the last transaction of the calling thread has been handed over. */
  private final ThreadLocal<CompletableFuture<Void>> lastOfThread =
      ThreadLocal.withInitial(() -> CompletableFuture.completedFuture(null));

  private FabricLedger(FabricSettings settings, Peers peers)
      throws IOException, UnreachableException {
    this.settings = settings;
    this.limits = settings.limits();
    this.peers = peers;
    this.members = new FabricMembers(settings);
    this.contracts = new Contracts(peers, settings, members);
    this.decoder = new BlockDecoder(settings.contract());
    this.flights = new Semaphore(limits.inFlight());
    long height = peers.height();
    FabricCursor cursor = open(height);
    try {
      this.orderers = new Orderers(peers, limits, stream(settings, peers));
    } catch (IOException | UnreachableException | RuntimeException e) {
      cursor.close();
      throw e;
    }
    this.watch = new CommitWatch(cursor, height, peers);
  }

  private static @Nullable OrderingStream stream(FabricSettings settings, Peers peers)
      throws IOException, UnreachableException {
    if (settings.signers().isEmpty()) {
      return null;
    }
    OrderingNodes nodes = peers.orderingNodes();
    String own = settings.signers().getFirst().member().mspId();
    return nodes.keepsOrder() ? OrderingStream.to(nodes.ownFirst(own), settings) : null;
  }

  /**
   * Joins a network.
   *
   * @throws IOException if keys or certificates cannot be read
   * @throws UnreachableException if no peer answers
   */
  public static FabricLedger open(FabricSettings settings)
      throws IOException, UnreachableException {
    Peers peers = Peers.of(settings);
    try {
      return new FabricLedger(settings, peers);
    } catch (IOException | UnreachableException | RuntimeException e) {
      peers.close();
      throw e;
    }
  }

  @Override
  public Outcome submit(Submission submission)
      throws NotSentException, OutcomeUnknownException, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    flights.acquire();
    try {
      return switch (contracts.endorse(submission)) {
        case Endorsed.No no -> no.refused();
        case Endorsed.Ready ready -> order(ready, new CompletableFuture<>());
      };
    } finally {
      flights.release();
    }
  }

  @Override
  public CompletableFuture<Outcome> submitAsync(Submission submission) {
    try {
      flights.acquire();
    } catch (InterruptedException e) {
      return interrupted(e);
    }
    boolean underWay = false;
    try {
      Endorsed endorsed = contracts.endorse(submission);
      if (endorsed instanceof Endorsed.Ready ready) {
        CompletableFuture<Outcome> outcome = orderInTurn(ready);
        underWay = true;
        return outcome;
      }
      return CompletableFuture.completedFuture(((Endorsed.No) endorsed).refused());
    } catch (NotSentException e) {
      return CompletableFuture.failedFuture(e);
    } catch (InterruptedException e) {
      return interrupted(e);
    } finally {
      if (!underWay) {
        flights.release();
      }
    }
  }

  private static CompletableFuture<Outcome> interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return CompletableFuture.failedFuture(
        new NotSentException("interrupted before it was ordered", e));
  }

  /** Hands over in a thread of its own, after the calling thread's transaction before. */
  private CompletableFuture<Outcome> orderInTurn(Endorsed.Ready ready) {
    CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    CompletableFuture<Void> before = lastOfThread.get();
    CompletableFuture<Void> sent = new CompletableFuture<>();
    lastOfThread.set(sent);
    threads.execute(() -> {
      try {
        before.join();
        outcome.complete(order(ready, sent));
      } catch (NotSentException | OutcomeUnknownException | RuntimeException e) {
        outcome.completeExceptionally(e);
      } finally {
        sent.complete(null);
        flights.release();
      }
    });
    return outcome;
  }

  private Outcome order(Endorsed.Ready ready, CompletableFuture<Void> sent)
      throws NotSentException, OutcomeUnknownException {
    CompletableFuture<Place> place = watch.expect(ready.txId());
    try {
      Orderers.Handover handover = orderers.begin(ready);
      if (handover.isInTurn()) {
        sent.complete(null);
      }
      Orderers.Sent known = finish(handover);
      sent.complete(null);
      return outcome(ready, await(ready, place, known));
    } finally {
      watch.forget(ready.txId());
    }
  }

  private Orderers.Sent finish(Orderers.Handover handover)
      throws NotSentException, OutcomeUnknownException {
    try {
      return orderers.finish(handover);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OutcomeUnknownException(handover.ready().txId(), "interrupted while sending", e);
    }
  }

  private static Outcome outcome(Endorsed.Ready ready, Place place) {
    return place.validation() == Validation.VALID
        ? new Committed(place.block(), place.transaction(), ready.txId(), ready.payload())
        : new CommittedInvalid(
            place.block(), place.transaction(), ready.txId(), place.validation());
  }

  /** Waits for its place in the chain, and hands it over again while there is none. */
  private Place await(Endorsed.Ready ready, CompletableFuture<Place> place, Orderers.Sent known)
      throws OutcomeUnknownException {
    long end = System.nanoTime() + limits.commit().toNanos();
    try {
      while (true) {
        long rest = end - System.nanoTime();
        try {
          return place.get(Math.min(rest, limits.again().toNanos()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
          if (end - System.nanoTime() <= 0) {
            throw new OutcomeUnknownException(
                ready.txId(), "in no block after " + limits.commit() + ", sent: " + known, e);
          }
          known = again(ready, known);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OutcomeUnknownException(ready.txId(), "interrupted while waiting", e);
    } catch (ExecutionException e) {
      throw new OutcomeUnknownException(ready.txId(), "the blocks are not followed any more", e);
    }
  }

  private Orderers.Sent again(Endorsed.Ready ready, Orderers.Sent known) {
    try {
      return orderers.send(ready, true);
    } catch (NotSentException e) {
      // It says nothing about the times before.
      return known;
    }
  }

  @Override
  public Evaluation evaluate(Submission submission) throws UnreachableException {
    return contracts.evaluate(submission);
  }

  @Override
  public long height() throws UnreachableException {
    OptionalLong followed = watch.height();
    return followed.isPresent() ? followed.getAsLong() : peers.height();
  }

  @Override
  public FabricCursor open(long fromBlock) throws UnreachableException {
    return new FabricCursor(peers, settings, decoder, fromBlock).connect();
  }

  @Override
  public Optional<String> agreedBuild() throws UnreachableException {
    return settings.signers().isEmpty()
        ? Optional.empty()
        : new AgreedBuild(peers, settings.signers().getFirst(), settings.contract()).find();
  }

  @Override
  public List<Member> list() {
    return members.list();
  }

  @Override
  public Optional<Member> find(String organisation) {
    return members.find(organisation);
  }

  @Override
  public Member addMember(String organisation) {
    return members.addMember(organisation);
  }

  @Override
  public void close() {
    watch.close();
    threads.close();
    orderers.close();
    peers.close();
  }
}
