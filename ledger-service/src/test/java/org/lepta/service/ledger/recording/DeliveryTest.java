package org.lepta.service.ledger.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.lepta.ledger.rule.Code;
import org.lepta.service.ledger.Bytes;
import org.lepta.service.ledger.Committed;
import org.lepta.service.ledger.CommittedInvalid;
import org.lepta.service.ledger.Evaluation;
import org.lepta.service.ledger.LedgerClient;
import org.lepta.service.ledger.NotSentException;
import org.lepta.service.ledger.Outcome;
import org.lepta.service.ledger.OutcomeUnknownException;
import org.lepta.service.ledger.Refused;
import org.lepta.service.ledger.Submission;
import org.lepta.service.ledger.Validation;

/** How often one request is sent. */
final class DeliveryTest {

  private static final Submission REQUEST = Submission.of("XI-TEST-A", "decide");
  private static final Committed COMMITTED = new Committed(7, 0, "tx", Bytes.EMPTY);
  private static final Refused BEHIND = new Refused("SEAL_GAP", "sealTo");
  private static final Refused STRANGER = new Refused("NOT_A_MEMBER", "organisation");

  /** Answers as it was told, in turn. */
  private static final class Answers implements LedgerClient {
    private final Deque<Object> answers;
    private int asked;

    Answers(Object... answers) {
      this.answers = new ArrayDeque<>(List.of(answers));
    }

    @Override
    public Outcome submit(Submission submission) throws NotSentException, OutcomeUnknownException {
      asked++;
      return switch (answers.size() > 1 ? answers.poll() : answers.element()) {
        case Outcome outcome -> outcome;
        case NotSentException trouble -> throw trouble;
        case OutcomeUnknownException trouble -> throw trouble;
        case Object other -> throw new IllegalStateException(other.toString());
      };
    }

    @Override
    public CompletableFuture<Outcome> submitAsync(Submission submission) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Evaluation evaluate(Submission submission) {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void aConflictAndWhatWasNotSentAreSentAgain() throws Exception {
    Answers ledger =
        new Answers(
            new CommittedInvalid(6, 0, "tx", Validation.MVCC_READ_CONFLICT),
            new NotSentException("no peer", null),
            COMMITTED);

    assertThat(new Delivery(ledger).deliver(REQUEST)).isEqualTo(COMMITTED);
    assertThat(ledger.asked).isEqualTo(3);
  }

  @Test
  void aPeerThatHasNotTheNewestBatchYetIsAskedAgain() throws Exception {
    Answers ledger = new Answers(BEHIND, BEHIND, COMMITTED);

    assertThat(new Delivery(ledger).deliver(REQUEST)).isEqualTo(COMMITTED);
    assertThat(ledger.asked).isEqualTo(3);
  }

  @Test
  void aRefusalEndsIt() throws Exception {
    Answers ledger = new Answers(STRANGER);

    assertThat(new Delivery(ledger).deliver(REQUEST)).isEqualTo(STRANGER);
    assertThat(ledger.asked).isEqualTo(1);
  }

  @Test
  void aMemberThatTheSenderHasAdmittedIsAMember() throws Exception {
    Answers ledger = new Answers(STRANGER, COMMITTED);

    assertThat(new Delivery(ledger).deliver(REQUEST, Code.SEAL_GAP, Code.NOT_A_MEMBER))
        .isEqualTo(COMMITTED);
  }
}
