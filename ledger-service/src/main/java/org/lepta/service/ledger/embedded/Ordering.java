package org.lepta.service.ledger.embedded;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lepta.service.ledger.Committed;
import org.lepta.service.ledger.CommittedInvalid;
import org.lepta.service.ledger.NotSentException;
import org.lepta.service.ledger.Outcome;
import org.lepta.service.ledger.OutcomeUnknownException;
import org.lepta.service.ledger.Validation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that orders: takes what waits, up to the limits of a block, and commits it with one
 * forced write; never waits for more when something is there. Transactions stand in the block in the
 * order in which they were queued.
 *
 * <p>After a failed write nothing more is ordered: what was in the block has an unknown outcome, what
 * waited was not sent, and only opening the folder again tells what is in the file.
 */
final class Ordering implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Ordering.class);

  private final BlockingQueue<Job> queue;
  private final Chain chain;
  private final Consumer<Keeper> onKeeper;
  private final Executor completions;
  private final EmbeddedSettings.BlockLimits limits;
  private final ReadWriteLock accepting = new ReentrantReadWriteLock();
  private final Thread thread;
  private Keeper keeper;
  private boolean closed;
  private volatile @Nullable Throwable failure;

  Ordering(
      Chain chain,
      Keeper keeper,
      EmbeddedSettings.BlockLimits limits,
      Consumer<Keeper> onKeeper,
      Executor completions) {
    this.chain = chain;
    this.keeper = keeper;
    this.limits = limits;
    this.onKeeper = onKeeper;
    this.completions = completions;
    this.queue = new ArrayBlockingQueue<>(limits.queued());
    this.thread = Thread.ofPlatform().name("ledger-ordering").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /**
   * Queues a job, waiting for room.
   *
   * @throws NotSentException if nothing is ordered any more
   */
  void put(Job job) throws NotSentException, InterruptedException {
    accepting.readLock().lockInterruptibly();
    try {
      Throwable cause = failure;
      if (closed || cause != null) {
        throw new NotSentException(closed ? "the ledger is closed" : "the ledger stopped", cause);
      }
      queue.put(job);
    } finally {
      accepting.readLock().unlock();
    }
  }

  private void run() {
    Job next = take();
    while (!(next instanceof Job.Stop)) {
      next = handle(next);
    }
  }

  private Job take() {
    while (true) {
      try {
        return queue.take();
      } catch (InterruptedException e) {
        // Nobody interrupts this thread to end it: the stop job does, after all before it.
        LOG.debug("Ignored an interrupt", e);
      }
    }
  }

  /** Handles the job and returns the next one. */
  private Job handle(Job job) {
    if (job instanceof Job.Configuration configuration) {
      commit(configuration);
      return take();
    }
    List<Job.Transaction> block = new ArrayList<>();
    long bytes = 0;
    Job next = job;
    while (next instanceof Job.Transaction transaction) {
      bytes += transaction.endorsed().envelope().size();
      if (block.size() == limits.transactions() || (bytes > limits.bytes() && !block.isEmpty())) {
        break;
      }
      block.add(transaction);
      next = queue.poll();
    }
    commit(block);
    return next == null ? take() : next;
  }

  private void commit(Job.Configuration configuration) {
    if (failure != null) {
      configuration.done().completeExceptionally(stopped());
      return;
    }
    try {
      chain.commit(configuration.envelope(), configuration.keeper());
      keeper = configuration.keeper();
      onKeeper.accept(keeper);
      configuration.done().complete(keeper);
    } catch (IOException | RuntimeException | Error e) {
      fail(e);
      configuration.done().completeExceptionally(stopped());
    }
  }

  private void commit(List<Job.Transaction> block) {
    if (failure != null) {
      block.forEach(transaction -> complete(transaction.outcome(), stopped()));
      return;
    }
    try {
      long number = chain.height();
      var verdicts = chain.commit(block.stream().map(Job.Transaction::endorsed).toList(), keeper);
      completions.execute(() -> report(block, number, verdicts));
    } catch (IOException | RuntimeException | Error e) {
      fail(e);
      for (Job.Transaction transaction : block) {
        String message = "writing its block failed";
        String txId = transaction.endorsed().txId();
        complete(transaction.outcome(), new OutcomeUnknownException(txId, message, e));
      }
    }
  }

  private static void report(
      List<Job.Transaction> block, long number, List<Validation> verdicts) {
    for (int i = 0; i < block.size(); i++) {
      Endorsed endorsed = block.get(i).endorsed();
      Outcome outcome =
          verdicts.get(i) == Validation.VALID
              ? new Committed(number, i, endorsed.txId(), endorsed.payload())
              : new CommittedInvalid(number, i, endorsed.txId(), verdicts.get(i));
      block.get(i).outcome().complete(outcome);
    }
  }

  private void complete(CompletableFuture<Outcome> outcome, Exception exception) {
    completions.execute(() -> outcome.completeExceptionally(exception));
  }

  private void fail(Throwable cause) {
    LOG.error("Nothing more is ordered: block {} could not be written", chain.height(), cause);
    failure = cause;
  }

  private NotSentException stopped() {
    return new NotSentException("the ledger stopped", failure);
  }

  /** Returns why nothing is ordered any more; null while all is well. */
  @Nullable Throwable failure() {
    return failure;
  }

  /** Orders what is queued already, then ends. */
  @Override
  public void close() throws InterruptedException {
    accepting.writeLock().lock();
    try {
      if (closed) {
        return;
      }
      closed = true;
    } finally {
      accepting.writeLock().unlock();
    }
    queue.put(new Job.Stop());
    thread.join();
  }
}
