package org.lepta.service.ledger;

import java.util.concurrent.CompletableFuture;

/**
 * Writes to the ledger and reads its committed state.
 *
 * <p>Fabric's semantics hold behind every adapter: the contract reads committed state only, never its
 * own writes; a transaction whose reads were overtaken commits as invalid ({@code
 * MVCC_READ_CONFLICT}); a blind write conflicts with nothing. All methods may be called from any
 * number of threads; transactions in flight at the same time share blocks.
 */
public interface LedgerClient {

  /**
   * Endorses, orders and waits until the transaction is committed and durable.
   *
   * @return what became of it; with {@link Committed} its writes are durable and readable
   * @throws NotSentException if it was certainly not ordered
   * @throws OutcomeUnknownException if it may have been ordered
   * @throws InterruptedException if interrupted before it was ordered; an interrupt while waiting
   *     for the commit is an {@link OutcomeUnknownException} that leaves the flag set
   */
  Outcome submit(Submission submission)
      throws NotSentException, OutcomeUnknownException, InterruptedException;

  /**
   * Endorses in the calling thread, hands over to ordering and returns; calls of one thread are
   * ordered as they were made. Blocks while too many transactions are in flight.
   *
   * @return completes with the outcome, or exceptionally with a {@link NotSentException} or an
   *     {@link OutcomeUnknownException}; cancelling it does not take the transaction back
   */
  CompletableFuture<Outcome> submitAsync(Submission submission);

  /**
   * Runs the function over committed state and orders nothing; its writes are dropped.
   *
   * @throws UnreachableException if no answer could be had
   */
  Evaluation evaluate(Submission submission) throws UnreachableException;
}
