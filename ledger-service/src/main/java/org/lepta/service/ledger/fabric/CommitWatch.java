package org.lepta.service.ledger.fabric;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.lepta.service.ledger.CommittedBlock;
import org.lepta.service.ledger.CommittedTransaction;
import org.lepta.service.ledger.NotSentException;
import org.lepta.service.ledger.UnreachableException;
import org.lepta.service.ledger.Validation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Learns what became of transactions from the one stream of blocks, without asking for any of them.
 * The stream goes on where it broke, so that what committed meanwhile is met then. A transaction
 * counts by its first place in the chain: the network marks a second one as a duplicate.
 * Thread-safe.
 */
final class CommitWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CommitWatch.class);
  private static final Duration STEP = Duration.ofMillis(500);

  private final FabricCursor cursor;
  private final Peers peers;
  private final Map<String, CompletableFuture<Place>> expected = new ConcurrentHashMap<>();
  private final Thread thread;
  private volatile long height;
  private volatile boolean following = true;
  private volatile boolean closing;
  private volatile @Nullable RuntimeException broken;

  /** Where a transaction stands in the chain, and the verdict on it. */
  record Place(long block, int transaction, Validation validation) {}

  /** Begins with a connected cursor at this height. */
  CommitWatch(FabricCursor cursor, long height, Peers peers) {
    this.cursor = cursor;
    this.height = height;
    this.peers = peers;
    this.thread = Thread.ofPlatform().name("lepta-commit-watch").daemon().start(this::run);
  }

  /**
   * Begins to look for a transaction; to be called before it is handed over to ordering.
   *
   * @return completes when it is met in a block; exceptionally if the chain broke
   * @throws NotSentException if nobody looks any more
   */
  CompletableFuture<Place> expect(String txId) throws NotSentException {
    CompletableFuture<Place> place = new CompletableFuture<>();
    expected.put(txId, place);
    if (broken != null || closing) {
      expected.remove(txId);
      throw new NotSentException("the blocks are not followed any more", broken);
    }
    return place;
  }

  /** Ends the search for a transaction. */
  void forget(String txId) {
    expected.remove(txId);
  }

  /** Returns the number of blocks met so far; nothing while no peer is heard. */
  OptionalLong height() {
    return following ? OptionalLong.of(height) : OptionalLong.empty();
  }

  private void run() {
    while (!closing) {
      try {
        cursor.next(STEP).ifPresent(this::settle);
        cursor.link().ifPresent(peers::follow);
        following = true;
      } catch (UnreachableException e) {
        following = false;
        LOG.warn("nothing is heard of commits: {}", e.getMessage());
        pause();
      } catch (InterruptedException e) {
        closing = true;
      } catch (RuntimeException e) {
        stopFor(e);
      }
    }
    cursor.close();
    abandon(List.copyOf(expected.values()));
  }

  private void settle(CommittedBlock block) {
    // Whoever reads what was just committed must ask the peer that told of it.
    cursor.link().ifPresent(peers::follow);
    height = block.number() + 1;
    for (CommittedTransaction transaction : block.transactions()) {
      CompletableFuture<Place> place = expected.remove(transaction.txId());
      if (place != null) {
        place.completeAsync(
            () -> new Place(block.number(), transaction.index(), transaction.validation()));
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(STEP);
    } catch (InterruptedException e) {
      closing = true;
    }
  }

  private void stopFor(RuntimeException cause) {
    LOG.error("the chain of blocks is broken, nothing more is sent: {}", cause.getMessage(), cause);
    broken = cause;
    following = false;
    closing = true;
  }

  private void abandon(List<CompletableFuture<Place>> places) {
    RuntimeException cause =
        broken == null ? new IllegalStateException("the ledger is closed") : broken;
    places.forEach(place -> place.completeExceptionally(cause));
  }

  @Override
  public void close() {
    closing = true;
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
