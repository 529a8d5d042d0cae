package org.lepta.service.ledger.fabric;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.client.Network;
import org.hyperledger.fabric.protos.common.Block;
import org.jspecify.annotations.Nullable;

/**
 * A stream of blocks from one peer, read a few blocks ahead by a thread of its own, since the
 * client's iterator cannot wait for a limited time. Used by one thread.
 */
final class BlockFeed implements AutoCloseable {
  /** A block of packed entries has about 2 MB; more ahead would only cost memory. */
  private static final int AHEAD = 8;

  private final BlockingQueue<Item> queue = new ArrayBlockingQueue<>(AHEAD);
  private final CloseableIterator<Block> events;
  private final Thread pump;

  /** A block, or the end of the stream with its reason. */
  private record Item(@Nullable Block block, @Nullable Throwable end) {}

  /** The stream has ended. */
  static final class EndedException extends Exception {
    private static final long serialVersionUID = 1L;

    EndedException(@Nullable Throwable cause) {
      super(cause == null ? "the peer ended its stream" : cause.getMessage(), cause);
    }
  }

  private BlockFeed(CloseableIterator<Block> events) {
    this.events = events;
    this.pump = Thread.ofVirtual().name("lepta-block-feed").start(this::pump);
  }

  /** Asks for the blocks from this number on, also for those to come. */
  static BlockFeed open(Network network, long from) {
    return new BlockFeed(network.newBlockEventsRequest().startBlock(from).build().getEvents());
  }

  private void pump() {
    try {
      queue.put(new Item(null, readAll()));
    } catch (InterruptedException e) {
      // Only close interrupts, and then nobody reads on.
      Thread.currentThread().interrupt();
    }
  }

  private @Nullable RuntimeException readAll() throws InterruptedException {
    try {
      while (events.hasNext()) {
        queue.put(new Item(events.next(), null));
      }
      return null;
    } catch (RuntimeException e) {
      return e;
    }
  }

  /**
   * Returns the next block, waiting for it at most this long.
   *
   * @throws EndedException if there will be none; then only {@link #close} may follow
   */
  Optional<Block> poll(Duration timeout) throws InterruptedException, EndedException {
    Item item = queue.poll(Math.max(0, timeout.toNanos()), TimeUnit.NANOSECONDS);
    if (item == null) {
      return Optional.empty();
    }
    if (item.block() == null) {
      throw new EndedException(item.end());
    }
    return Optional.of(item.block());
  }

  @Override
  public void close() {
    events.close();
    pump.interrupt();
  }
}
