package org.lepta.service.ledger.fabric;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.hyperledger.fabric.protos.common.Block;
import org.jspecify.annotations.Nullable;
import org.lepta.service.ledger.BlockCursor;
import org.lepta.service.ledger.CommittedBlock;
import org.lepta.service.ledger.UnreachableException;
import org.lepta.service.ledger.wire.BlockDecoder;
import org.lepta.service.ledger.wire.ChainCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the chain of blocks through the streams of one peer after the other. When a stream ends,
 * or its peer gives no sign of life, the next peer goes on at the same block, and the chain check
 * goes on with it: two peers with different chains are found out. From another peer it returns to
 * the own one as soon as that has caught up.
 */
final class FabricCursor implements BlockCursor {
  private static final Logger LOG = LoggerFactory.getLogger(FabricCursor.class);
  private static final Duration HOMESICK = Duration.ofSeconds(15);

  private final Peers peers;
  private final FabricSettings settings;
  private final BlockDecoder decoder;
  private final ChainCheck chain;
  private final Duration patience;
  private boolean linked;
  private @Nullable Stream stream;
  private long heardAt;
  private long lookHomeAt;

  /** What is read now: the feed, whose it is and how many blocks that peer has at least. */
  private record Stream(Link link, BlockFeed feed, long height) {
    Stream heard(long now) {
      return new Stream(link, feed, Math.max(height, now));
    }
  }

  FabricCursor(Peers peers, FabricSettings settings, BlockDecoder decoder, long from) {
    if (from < 0) {
      throw new IllegalArgumentException("block " + from);
    }
    this.peers = peers;
    this.settings = settings;
    this.decoder = decoder;
    this.patience = settings.limits().silence();
    this.linked = from == 0;
    // Begin one block earlier, so that the first block handed out is tied to its predecessor too.
    this.chain = new ChainCheck(Math.max(0, from - 1));
  }

  /** Connects to the first peer that answers, unless one is connected. */
  FabricCursor connect() throws UnreachableException {
    stream();
    return this;
  }

  /** Returns whose blocks are read, if anybody's. */
  Optional<Link> link() {
    return Optional.ofNullable(stream).map(Stream::link);
  }

  @Override
  public Optional<CommittedBlock> next(Duration timeout)
      throws InterruptedException, UnreachableException {
    long end = System.nanoTime() + timeout.toNanos();
    lookHome();
    if (!linked) {
      if (read(end).isEmpty()) {
        return Optional.empty();
      }
      linked = true;
    }
    return read(end);
  }

  private Optional<CommittedBlock> read(long end)
      throws InterruptedException, UnreachableException {
    int failures = 0;
    while (true) {
      Stream from = stream();
      try {
        Optional<Block> block = poll(from, end);
        if (block.isPresent()) {
          return Optional.of(accept(block.get()));
        }
        if (System.nanoTime() - end >= 0 && !isThere(Objects.requireNonNull(stream))) {
          return Optional.empty();
        }
      } catch (BlockFeed.EndedException | UnreachableException e) {
        leave(from.link(), String.valueOf(e.getMessage()));
        failures++;
        if (failures > settings.peers().size()) {
          throw new UnreachableException("no peer hands out block " + chain.next(), e);
        }
      }
    }
  }

  /** A block that is known to exist is waited for as long as a sign of life. */
  private Optional<Block> poll(Stream from, long end)
      throws InterruptedException, BlockFeed.EndedException, UnreachableException {
    long now = System.nanoTime();
    Duration rest = Duration.ofNanos(end - now);
    Duration untilProbe = patience.minus(Duration.ofNanos(now - heardAt));
    boolean there = isThere(from);
    Duration wait = there || untilProbe.compareTo(rest) < 0 ? untilProbe : rest;
    Optional<Block> block = from.feed().poll(wait);
    if (block.isEmpty() && System.nanoTime() - heardAt >= patience.toNanos()) {
      if (there) {
        throw new UnreachableException("it owes block " + chain.next(), null);
      }
      stream = from.heard(peers.height(from.link()));
      heardAt = System.nanoTime();
    }
    return block;
  }

  private boolean isThere(Stream from) {
    return chain.next() < from.height();
  }

  private CommittedBlock accept(Block block) {
    CommittedBlock decoded = decoder.decode(block.toByteArray());
    chain.accept(decoded);
    heardAt = System.nanoTime();
    return decoded;
  }

  private Stream stream() throws UnreachableException {
    Stream open = stream;
    if (open != null) {
      return open;
    }
    UnreachableException last = null;
    for (Link link : peers.inOrder()) {
      try {
        return open(link, peers.height(link));
      } catch (UnreachableException e) {
        peers.failed(link);
        last = e;
      }
    }
    throw new UnreachableException("no peer hands out block " + chain.next(), last);
  }

  private Stream open(Link link, long height) {
    BlockFeed feed = BlockFeed.open(link.network(settings.reader()), chain.next());
    Stream opened = new Stream(link, feed, height);
    stream = opened;
    heardAt = System.nanoTime();
    lookHomeAt = heardAt + HOMESICK.toNanos();
    return opened;
  }

  /** Leaves a peer that fails; the next one goes on. */
  private void leave(Link link, String reason) {
    LOG.warn("the blocks of {} stop before block {}: {}", link, chain.next(), reason);
    peers.failed(link);
    close();
  }

  private void lookHome() {
    Stream away = stream;
    Link own = peers.own();
    if (away == null || away.link() == own || System.nanoTime() - lookHomeAt < 0) {
      return;
    }
    lookHomeAt = System.nanoTime() + HOMESICK.toNanos();
    try {
      long height = peers.height(own);
      if (height >= chain.next()) {
        close();
        open(own, height);
        LOG.info("back to the blocks of {}", own);
      }
    } catch (UnreachableException e) {
      LOG.debug("{} is still away", own, e);
    }
  }

  @Override
  public void close() {
    Stream open = stream;
    stream = null;
    if (open != null) {
      open.feed().close();
    }
  }
}
