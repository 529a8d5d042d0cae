package org.lepta.service.ledger.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lepta.ledger.entry.Entry;
import org.lepta.service.kernel.Identity;
import org.lepta.service.ledger.Answer;
import org.lepta.service.ledger.Bytes;
import org.lepta.service.ledger.Committed;
import org.lepta.service.ledger.Evaluation;
import org.lepta.service.ledger.LedgerClient;
import org.lepta.service.ledger.NotSentException;
import org.lepta.service.ledger.Outcome;
import org.lepta.service.ledger.Submission;
import org.lepta.service.testing.Samples;
import org.lepta.service.testing.TestDatabase;

final class BatchQueueTest {
  @RegisterExtension
  static final TestDatabase DATABASE =
      TestDatabase.preparedBy(
          "migrated", database -> Flyway.configure().dataSource(database).load().migrate());

  private static final int ATTEMPTS = 2;

  private final Peers peers = new Peers();
  private final BatchQueue queue =
      new BatchQueue(
          Samples.KEEPER,
          1,
          new Outbox(DATABASE.dataSource()),
          new Delivery(peers, ATTEMPTS),
          new NothingIndexed());

  @AfterEach
  void close() {
    queue.close();
  }

  @Test
  void aBatchThatCouldNotBeSentForLongIsSentOnceItCanBe() throws Exception {
    peers.refuseThenHold(1 + ATTEMPTS);
    Item first = Item.of(Samples.donation("d", "fund", "1"));
    queue.put(first);

    assertThat(failure(first)).isInstanceOf(RecordingException.class);
    assertThat(queue.committed().upTo()).isZero();
    Item again = Item.of(Samples.donation("d", "fund", "1"));
    queue.put(again);
    peers.held.countDown();

    assertThat(again.result().get(30, TimeUnit.SECONDS)).isEqualTo(new RecordResult.Repeated());
    assertThat(queue.committed().upTo()).isEqualTo(1);
    assertThat(peers.committed).hasValue(1);
  }

  private static @Nullable Throwable failure(Item item) {
    Throwable thrown = catchThrowable(() -> item.result().get(30, TimeUnit.SECONDS));
    return thrown instanceof ExecutionException ? thrown.getCause() : thrown;
  }

  /** A ledger that takes nothing for some attempts, is silent until let go, then takes all. */
  private static final class Peers implements LedgerClient {
    private final AtomicInteger refusals = new AtomicInteger();
    private final AtomicInteger committed = new AtomicInteger();
    private final CountDownLatch held = new CountDownLatch(1);

    void refuseThenHold(int attempts) {
      refusals.set(attempts);
    }

    @Override
    public Outcome submit(Submission submission) throws NotSentException {
      if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        throw new NotSentException("two members are down", null);
      }
      awaitRelease();
      committed.incrementAndGet();
      Bytes answer = Bytes.of(new org.lepta.ledger.contract.Answer(List.of(), List.of()).encode());
      return new Committed(1, 0, "0".repeat(64), answer);
    }

    private void awaitRelease() {
      try {
        assertThat(held.await(30, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public CompletableFuture<Outcome> submitAsync(Submission submission) {
      try {
        return CompletableFuture.completedFuture(submit(submission));
      } catch (NotSentException e) {
        return CompletableFuture.failedFuture(e);
      }
    }

    @Override
    public Evaluation evaluate(Submission submission) {
      return new Answer(Bytes.EMPTY);
    }
  }

  /** The index is far behind. */
  private static final class NothingIndexed implements RecordedEntries {
    @Override
    public Map<Identity, Entry> find(Collection<Identity> identities) {
      return Map.of();
    }

    @Override
    public long indexedHeight() {
      return 0;
    }

    @Override
    public boolean awaitIndexed(long block, Duration timeout) {
      return false;
    }
  }
}
