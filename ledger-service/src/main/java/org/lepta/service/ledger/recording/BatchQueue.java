package org.lepta.service.ledger.recording;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.lepta.ledger.rule.Batch;
import org.lepta.ledger.rule.Code;
import org.lepta.service.ledger.Bytes;
import org.lepta.service.ledger.Committed;
import org.lepta.service.ledger.Outcome;
import org.lepta.service.ledger.Refused;
import org.lepta.service.ledger.Submission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Packs the entries of one organisation into batches: flushes at once when idle, fills under load,
 * keeps a few batches in flight. Thread-safe.
 */
final class BatchQueue implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(BatchQueue.class);

  private static final int IN_FLIGHT = 4;
  private static final int QUEUE_CAPACITY = 20_000;
  private static final int MAX_ENTRY_BYTES = 900_000;

  private final String organisation;
  private final Outbox outbox;
  private final Delivery delivery;
  private final LinkedBlockingQueue<Item> queue = new LinkedBlockingQueue<>(QUEUE_CAPACITY);
  private final Semaphore flights = new Semaphore(IN_FLIGHT);
  private final OnTheWay onTheWay;
  private final CommittedNumbers committed;
  private final Thread worker;
  private volatile boolean closing;
  private long nextNumber;

  BatchQueue(
      String organisation,
      long nextNumber,
      Outbox outbox,
      Delivery delivery,
      RecordedEntries recorded) {
    this.organisation = organisation;
    this.nextNumber = nextNumber;
    this.committed = new CommittedNumbers(nextNumber - 1);
    this.outbox = outbox;
    this.delivery = delivery;
    this.onTheWay = new OnTheWay(recorded);
    this.worker = Thread.ofVirtual().name("lepta-batches").start(this::run);
  }

  /** Queues an entry; blocks while the queue is full. */
  void put(Item item) throws InterruptedException {
    queue.put(item);
  }

  /** Which batches are committed. */
  CommittedNumbers committed() {
    return committed;
  }

  private void run() {
    try {
      while (!closing) {
        List<Item> items = take();
        if (!items.isEmpty()) {
          List<Item> fresh = withoutRepeats(items);
          if (!fresh.isEmpty()) {
            send(fresh);
          }
        }
      }
    } catch (InterruptedException e) {
      closing = true;
    }
    failAll(queue, new RecordingException("the service is stopping", false));
  }

  private List<Item> take() throws InterruptedException {
    List<Item> items = new ArrayList<>();
    Item first = queue.poll(1, TimeUnit.SECONDS);
    if (first != null) {
      // A flight must be free first, so that entries go on packing while all are under way.
      flights.acquire();
      flights.release();
      items.add(first);
      queue.drainTo(items, Batch.MAX_ENTRIES - 1);
    }
    return items;
  }

  /** Only this thread adds to what is on its way, so nothing slips between. */
  private List<Item> withoutRepeats(List<Item> items) throws InterruptedException {
    try {
      return onTheWay.fresh(items);
    } catch (InterruptedException e) {
      failAll(items, new RecordingException("the service is stopping", false, e));
      throw e;
    } catch (RecordingException e) {
      failAll(items, e);
      return List.of();
    } catch (RuntimeException e) {
      failAll(items, new RecordingException("the index cannot be read", false, e));
      return List.of();
    }
  }

  private void send(List<Item> items) throws InterruptedException {
    int from = 0;
    while (from < items.size()) {
      List<Item> part = new ArrayList<>();
      int bytes = 0;
      while (from < items.size() && (part.isEmpty() || bytes < MAX_ENTRY_BYTES)) {
        Item item = items.get(from++);
        bytes += item.bytes().size();
        part.add(item);
      }
      launch(part);
    }
  }

  private void launch(List<Item> items) throws InterruptedException {
    long number = nextNumber;
    Bytes request = Requests.batch(organisation, number, items.stream().map(Item::bytes).toList());
    try {
      outbox.keep(new Outbox.Pending(organisation, number, request));
    } catch (SQLException e) {
      failAll(items, new RecordingException("the outbox cannot be written", false, e));
      return;
    }
    nextNumber++;
    items.forEach(onTheWay::put);
    flights.acquire();
    Submission submission = Requests.submission(organisation, "record", request);
    // The first attempts are made by this one thread, so that entries commit in their order.
    CompletableFuture<Outcome> first = delivery.begin(submission);
    Thread.ofVirtual()
        .name("lepta-batch-" + number)
        .start(() -> land(number, items, first, submission));
  }

  /**
   * Sees a batch through: its number is given away, so nothing is sealed beyond it before it is
   * committed. Who waits for its entries is told after each round of attempts.
   */
  private void land(
      long number, List<Item> items, CompletableFuture<Outcome> first, Submission submission) {
    List<Item> waiting = items;
    try {
      Outcome outcome = null;
      boolean again = false;
      while (outcome == null) {
        try {
          outcome = again ? delivery.deliver(submission) : delivery.finish(first, submission);
        } catch (RecordingException e) {
          if (closing) {
            throw e;
          }
          waiting = tellAndGoOn(waiting, e);
          again = true;
        }
      }
      switch (outcome) {
        case Committed done -> settle(number, waiting, done);
        case Refused refused -> fillGap(number, waiting, refused);
        default -> throw new IllegalStateException("not an end: " + outcome);
      }
    } catch (InterruptedException e) {
      failAll(waiting, new RecordingException("interrupted, outcome unknown", true, e));
    } catch (RuntimeException e) {
      failAll(waiting, e);
    } finally {
      flights.release();
    }
  }

  /**
   * Tells who waits that nothing is known, and what is not even sent that it is not. The entries
   * stay on their way: the same ones sent again find them here and share their fate.
   */
  private List<Item> tellAndGoOn(List<Item> waiting, RecordingException trouble) {
    List<Item> again = waiting.stream().map(Item::again).toList();
    again.forEach(onTheWay::put);
    // Taken before anybody is told, so that whoever sends again at once is not turned away as well.
    List<Item> unsent = new ArrayList<>();
    queue.drainTo(unsent);
    RecordingException unknown =
        new RecordingException("not known to be recorded yet, and sent again", true, trouble);
    waiting.forEach(item -> item.result().completeExceptionally(unknown));
    unsent.forEach(item ->
        item.result()
            .completeExceptionally(
                new RecordingException("the ledger takes nothing", false, trouble)));
    return again;
  }

  private void settle(long number, List<Item> items, Committed done) {
    committed.add(number);
    forget(number);
    List<RecordResult> results = Results.of(done, items.size());
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      if (results.get(i) instanceof RecordResult.Refused) {
        onTheWay.remove(item);
      } else {
        onTheWay.committed(item, done.block());
      }
      item.result().complete(results.get(i));
    }
  }

  /** Left in the outbox it is sent once more at the next start, and answered as it was now. */
  private void forget(long number) {
    try {
      outbox.settle(organisation, number);
    } catch (SQLException e) {
      LOG.warn("batch {} stays in the outbox: {}", number, e.getMessage());
    }
  }

  /** A number that can never hold this batch is filled by an empty one, so that seals go on. */
  private void fillGap(long number, List<Item> items, Refused refused) throws InterruptedException {
    items.forEach(onTheWay::remove);
    if (!refused.code().equals(Code.BATCH_NUMBER_TAKEN.name())) {
      delivery.deliver(
          Requests.submission(
              organisation, "record", Requests.batch(organisation, number, List.of())));
    }
    forget(number);
    committed.add(number);
    if (refused.code().equals(Code.BATCH_NUMBER_TAKEN.name())) {
      // Our books were behind the ledger; the entries themselves are fine and get a new number.
      items.forEach(queue::add);
    } else {
      items.forEach(item ->
          item.result().complete(new RecordResult.Refused(refused.code(), refused.detail())));
    }
  }

  private void failAll(Iterable<Item> items, Exception trouble) {
    for (Item item : items) {
      onTheWay.remove(item);
      item.result().completeExceptionally(trouble);
    }
  }

  @Override
  public void close() {
    closing = true;
    worker.interrupt();
  }
}
