package org.lepta.service.ledger.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.lepta.ledger.rule.Lane;
import org.lepta.service.ledger.Bytes;
import org.lepta.service.ledger.Committed;
import org.lepta.service.ledger.Outcome;
import org.lepta.service.ledger.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lane of one organisation: one transaction in flight, carrying all decisions that queued up
 * meanwhile; it also seals the organisation's batches. Thread-safe.
 */
final class LaneQueue implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LaneQueue.class);

  private static final int QUEUE_CAPACITY = 20_000;
  private static final int ENTRIES = 500;
  private static final long SEAL_AFTER_MILLIS = 500;

  private final String organisation;
  private final BatchQueue batches;
  private final Delivery delivery;

  /** Entries that must stand next to each other are one element. */
  private final LinkedBlockingQueue<List<Item>> queue = new LinkedBlockingQueue<>(QUEUE_CAPACITY);

  private final Thread worker;
  private volatile boolean closing;
  private long sealedUpTo;

  LaneQueue(String organisation, long sealedUpTo, BatchQueue batches, Delivery delivery) {
    this.organisation = organisation;
    this.sealedUpTo = sealedUpTo;
    this.batches = batches;
    this.delivery = delivery;
    this.worker = Thread.ofVirtual().name("lepta-lane").start(this::run);
  }

  /** Queues entries that belong together; blocks while the queue is full. */
  void put(List<Item> together) throws InterruptedException {
    queue.put(together);
  }

  private void run() {
    try {
      while (!closing) {
        List<Item> items = take();
        long sealTo = Math.min(batches.committed().upTo(), sealedUpTo + Lane.MAX_SEALS);
        if (!items.isEmpty() || sealTo > sealedUpTo) {
          decide(items, sealTo);
        }
      }
    } catch (InterruptedException e) {
      closing = true;
    }
    for (List<Item> together : queue) {
      failAll(together, new RecordingException("the service is stopping", false));
    }
  }

  private List<Item> take() throws InterruptedException {
    List<Item> items = new ArrayList<>();
    List<Item> next = queue.poll(SEAL_AFTER_MILLIS, TimeUnit.MILLISECONDS);
    while (next != null) {
      items.addAll(next);
      next = items.size() < ENTRIES ? queue.poll() : null;
    }
    return items;
  }

  private void decide(List<Item> items, long sealTo) throws InterruptedException {
    Bytes request = Requests.lane(organisation, sealTo, items.stream().map(Item::bytes).toList());
    try {
      Outcome outcome = delivery.deliver(Requests.submission(organisation, "decide", request));
      switch (outcome) {
        case Committed committed -> {
          sealedUpTo = sealTo;
          answer(items, committed);
        }
        case Refused refused -> refuse(items, refused);
        default -> throw new IllegalStateException("not an end: " + outcome);
      }
    } catch (RecordingException e) {
      failAll(items, e);
      refuseWaiting(e);
    } catch (IllegalStateException e) {
      failAll(items, e);
    }
  }

  /** Whoever waited while nothing could be sent is told now, and not after a round of its own. */
  private void refuseWaiting(RecordingException trouble) {
    List<List<Item>> waiting = new ArrayList<>();
    queue.drainTo(waiting);
    waiting.forEach(together ->
        failAll(together, new RecordingException("the ledger takes nothing", false, trouble)));
  }

  private static void answer(List<Item> items, Committed committed) {
    List<RecordResult> results = Results.of(committed, items.size());
    for (int i = 0; i < items.size(); i++) {
      items.get(i).result().complete(results.get(i));
    }
  }

  /** A whole lane transaction is refused only for what its request says, never for its entries. */
  private void refuse(List<Item> items, Refused refused) {
    LOG.error("a lane transaction was refused: {} {}", refused.code(), refused.detail());
    for (Item item : items) {
      item.result().complete(new RecordResult.Refused(refused.code(), refused.detail()));
    }
  }

  private static void failAll(List<Item> items, Exception trouble) {
    items.forEach(item -> item.result().completeExceptionally(trouble));
  }

  @Override
  public void close() {
    closing = true;
    worker.interrupt();
  }
}
