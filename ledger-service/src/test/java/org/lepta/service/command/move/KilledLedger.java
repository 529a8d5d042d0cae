package org.lepta.service.command.move;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.lepta.service.ledger.BlockCursor;
import org.lepta.service.ledger.Evaluation;
import org.lepta.service.ledger.Ledger;
import org.lepta.service.ledger.Member;
import org.lepta.service.ledger.NotSentException;
import org.lepta.service.ledger.Outcome;
import org.lepta.service.ledger.OutcomeUnknownException;
import org.lepta.service.ledger.Submission;
import org.lepta.service.ledger.UnreachableException;

/** A ledger whose sender dies with one of its transactions: before it is sent, or after. */
final class KilledLedger implements Ledger {

  private final Ledger ledger;
  private final boolean after;
  private int left;

  /** The sender is gone. */
  static final class KilledException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Dies with a transaction.
   *
   * @param transactions that go through before
   * @param after whether the last one is committed and only its answer is lost
   */
  KilledLedger(Ledger ledger, int transactions, boolean after) {
    this.ledger = ledger;
    this.left = transactions;
    this.after = after;
  }

  @Override
  public Outcome submit(Submission submission)
      throws NotSentException, OutcomeUnknownException, InterruptedException {
    if (left-- > 0) {
      return ledger.submit(submission);
    }
    if (after) {
      ledger.submit(submission);
    }
    throw new KilledException();
  }

  @Override
  public CompletableFuture<Outcome> submitAsync(Submission submission) {
    throw new UnsupportedOperationException("a move sends one after the other");
  }

  @Override
  public Evaluation evaluate(Submission submission) throws UnreachableException {
    return ledger.evaluate(submission);
  }

  @Override
  public long height() throws UnreachableException {
    return ledger.height();
  }

  @Override
  public BlockCursor open(long fromBlock) throws UnreachableException {
    return ledger.open(fromBlock);
  }

  @Override
  public Optional<String> agreedBuild() throws UnreachableException {
    return ledger.agreedBuild();
  }

  @Override
  public List<Member> list() {
    return ledger.list();
  }

  @Override
  public Optional<Member> find(String organisation) {
    return ledger.find(organisation);
  }

  @Override
  public Member addMember(String organisation) throws NotSentException, InterruptedException {
    return ledger.addMember(organisation);
  }

  @Override
  public void close() throws IOException {
    ledger.close();
  }
}
