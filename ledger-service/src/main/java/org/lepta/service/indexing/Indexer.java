package org.lepta.service.indexing;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.ledger.BlockCursor;
import org.lepta.service.ledger.BlockSource;
import org.lepta.service.ledger.CommittedBlock;
import org.lepta.service.ledger.UnreachableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pulls blocks in order and applies them in groups. One loop per database. A database or ledger
 * that cannot be reached is tried again; a broken invariant ends the loop for good and is reported
 * by {@link #broken()}. Thread-safe.
 */
public final class Indexer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Indexer.class);

  private static final int GROUP_ENTRIES = 10_000;
  private static final int GROUP_BLOCKS = 500;
  private static final Duration IDLE = Duration.ofMillis(250);
  private static final Duration RETRY = Duration.ofMillis(500);

  private static final ThreadFactory DECODERS = Thread.ofPlatform().name("lepta-decoder").factory();

  private final BlockSource blocks;
  private final GroupWriter writer;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition advanced = lock.newCondition();
  private final Thread loop;
  private volatile boolean closing;
  private volatile @Nullable RuntimeException broken;
  private long height;

  /**
   * Makes an indexer that is not yet running.
   *
   * @param projections fed after the index's own tables, in this order
   */
  public Indexer(BlockSource blocks, DataSource database, List<Projection> projections) {
    this.blocks = blocks;
    List<Projection> all = new ArrayList<>();
    all.add(new RollUps());
    all.addAll(projections);
    this.writer = new GroupWriter(database, all);
    this.loop = Thread.ofPlatform().name("lepta-indexer").unstarted(this::run);
  }

  /**
   * Starts the loop, if the index was made from this very ledger.
   *
   * @throws BrokenIndexException if the ledger ends before the index, or has other blocks: an older
   *     copy of either was put back (docs/operating/backup-and-recovery)
   */
  public void start() throws SQLException, InterruptedException, UnreachableException {
    requireSameLedger();
    reached(writer.height());
    loop.start();
  }

  private void requireSameLedger() throws SQLException, InterruptedException, UnreachableException {
    long indexed = writer.height();
    if (indexed == 0) {
      return;
    }
    if (blocks.height() < indexed) {
      throw new BrokenIndexException(
          "the index holds %d blocks, the ledger only %d".formatted(indexed, blocks.height()));
    }
    try (BlockCursor cursor = blocks.open(indexed - 1)) {
      CommittedBlock last = cursor.next(RETRY).orElseThrow();
      if (!writer.headerHash(indexed - 1).equals(Sha256.of(last.headerHash().toArray()))) {
        throw new BrokenIndexException(
            "block %d of the ledger is not the one that was indexed".formatted(indexed - 1));
      }
    }
  }

  /** Number of the next block to index. */
  public long height() {
    lock.lock();
    try {
      return height;
    } finally {
      lock.unlock();
    }
  }

  /** What broke an invariant and stopped the loop. */
  public Optional<RuntimeException> broken() {
    return Optional.ofNullable(broken);
  }

  /**
   * Waits until a block is indexed.
   *
   * @return whether it is; false if the time is over or the loop has stopped
   */
  public boolean awaitBlock(long block, Duration timeout) throws InterruptedException {
    long rest = timeout.toNanos();
    lock.lockInterruptibly();
    try {
      while (height <= block && rest > 0 && broken == null && !closing) {
        rest = advanced.awaitNanos(rest);
      }
      return height > block;
    } finally {
      lock.unlock();
    }
  }

  /** Applies everything the ledger holds now, in the calling thread; only while not started. */
  public void catchUp() throws SQLException, InterruptedException, UnreachableException {
    long goal = blocks.height();
    try (BlockCursor cursor = blocks.open(writer.height())) {
      while (writer.height() < goal) {
        apply(nextGroup(cursor));
      }
    }
  }

  private void run() {
    while (!closing) {
      // Nothing interrupts the decoding thread: an interrupted read would close the ledger's file.
      try (BlockCursor cursor = blocks.open(writer.height());
          ExecutorService decoding = Executors.newSingleThreadExecutor(DECODERS)) {
        follow(cursor, decoding);
      } catch (InterruptedException e) {
        return;
      } catch (SQLException | UnreachableException e) {
        LOG.warn("indexing pauses: {}", e.getMessage());
        pause();
      } catch (RuntimeException e) {
        stopFor(e);
        return;
      }
    }
  }

  /** Applies groups in order; the next one is decoded while one is written. */
  private void follow(BlockCursor cursor, ExecutorService decoding)
      throws SQLException, InterruptedException, UnreachableException {
    Future<List<DecodedBlock>> next = decoding.submit(() -> nextGroup(cursor));
    while (!closing) {
      List<DecodedBlock> group = get(next);
      next = decoding.submit(() -> nextGroup(cursor));
      apply(group);
    }
  }

  private static List<DecodedBlock> get(Future<List<DecodedBlock>> group)
      throws InterruptedException, UnreachableException {
    try {
      return group.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case UnreachableException cause -> throw cause;
        case InterruptedException cause -> throw cause;
        case RuntimeException cause -> throw cause;
        case null, default -> throw new IllegalStateException("decoding failed", e);
      }
    }
  }

  private void apply(List<DecodedBlock> group) throws SQLException {
    if (!group.isEmpty()) {
      writer.write(group);
      reached(group.getLast().number() + 1);
    }
  }

  private static List<DecodedBlock> nextGroup(BlockCursor cursor)
      throws InterruptedException, UnreachableException {
    List<DecodedBlock> group = new ArrayList<>();
    int entries = 0;
    Optional<CommittedBlock> next = cursor.next(IDLE);
    while (next.isPresent()) {
      DecodedBlock block = DecodedBlock.of(next.get());
      group.add(block);
      entries += block.entries();
      boolean full = entries >= GROUP_ENTRIES || group.size() >= GROUP_BLOCKS;
      next = full ? Optional.empty() : cursor.next(Duration.ZERO);
    }
    return group;
  }

  private void reached(long newHeight) {
    lock.lock();
    try {
      height = newHeight;
      advanced.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void stopFor(RuntimeException cause) {
    LOG.error("indexing stops, nothing more will be published: {}", cause.getMessage(), cause);
    lock.lock();
    try {
      broken = cause;
      advanced.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void pause() {
    try {
      Thread.sleep(RETRY);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closing = true;
    }
  }

  @Override
  public void close() {
    closing = true;
    loop.interrupt();
    try {
      loop.join(Duration.ofSeconds(30));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
