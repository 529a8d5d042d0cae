package org.lepta.service.ledger.recording;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.rule.Batch;
import org.lepta.ledger.rule.Code;
import org.lepta.ledger.rule.Recorded;
import org.lepta.ledger.rule.RefusedException;
import org.lepta.service.kernel.Identity;
import org.lepta.service.ledger.Bytes;
import org.lepta.service.ledger.Committed;
import org.lepta.service.ledger.Outcome;
import org.lepta.service.ledger.Refused;
import org.lepta.service.ledger.Submission;

/**
 * Packs the entries of one organisation into batches: flushes at once when idle, fills under load,
 * keeps a few batches in flight. Thread-safe.
 */
final class BatchQueue implements AutoCloseable {

  private static final int IN_FLIGHT = 4;
  private static final int QUEUE_CAPACITY = 20_000;
  private static final int MAX_ENTRY_BYTES = 900_000;

  private final String organisation;
  private final Outbox outbox;
  private final Delivery delivery;
  private final RecordedEntries recorded;
  private final LinkedBlockingQueue<Item> queue = new LinkedBlockingQueue<>(QUEUE_CAPACITY);
  private final Semaphore flights = new Semaphore(IN_FLIGHT);
  private final Map<Identity, OnTheWay> onTheWay = new ConcurrentHashMap<>();
  private final TreeSet<Long> outOfOrder = new TreeSet<>();
  private final Thread worker;
  private volatile boolean closing;
  private long nextNumber;
  private long committedUpTo;

  /** An entry that is sent but not indexed; its block is set when it is committed. */
  private static final class OnTheWay {
    final Item item;
    volatile long block = Long.MAX_VALUE;

    OnTheWay(Item item) {
      this.item = item;
    }
  }

  BatchQueue(
      String organisation,
      long nextNumber,
      Outbox outbox,
      Delivery delivery,
      RecordedEntries recorded) {
    this.organisation = organisation;
    this.nextNumber = nextNumber;
    this.committedUpTo = nextNumber - 1;
    this.outbox = outbox;
    this.delivery = delivery;
    this.recorded = recorded;
    this.worker = Thread.ofVirtual().name("lepta-batches").start(this::run);
  }

  /** Queues an entry; blocks while the queue is full. */
  void put(Item item) throws InterruptedException {
    queue.put(item);
  }

  /** Number of the newest batch before which no batch is missing. */
  synchronized long committedUpTo() {
    return committedUpTo;
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

  /** Answers what is recorded or on its way; only this thread adds, so nothing slips between. */
  private List<Item> withoutRepeats(List<Item> items) {
    forgetIndexed();
    Map<Identity, Entry> known;
    try {
      known = recorded.find(items.stream().map(Item::identity).toList());
    } catch (RuntimeException e) {
      failAll(items, new RecordingException("the index cannot be read", false, e));
      return List.of();
    }
    List<Item> fresh = new ArrayList<>(items.size());
    Map<Identity, Item> here = new HashMap<>();
    for (Item item : items) {
      Entry before = known.get(item.identity());
      OnTheWay sent = onTheWay.get(item.identity());
      Item twin = here.get(item.identity());
      if (before != null) {
        item.result().complete(compare(before, item.entry(), new RecordResult.Repeated()));
      } else if (sent != null) {
        follow(sent.item, item);
      } else if (twin != null) {
        follow(twin, item);
      } else {
        here.put(item.identity(), item);
        fresh.add(item);
      }
    }
    return fresh;
  }

  private void forgetIndexed() {
    long height = recorded.indexedHeight();
    onTheWay.values().removeIf(sent -> sent.block < height);
  }

  private static RecordResult compare(Entry first, Entry second, RecordResult ifSame) {
    try {
      Recorded.requireSame(first, second);
      return ifSame;
    } catch (RefusedException e) {
      return new RecordResult.Refused(e.code().name(), e.detail());
    }
  }

  /** The later of two equal entries shares the earlier one's fate. */
  private static void follow(Item first, Item second) {
    // What the callback completes is awaited by the second sender; the future itself by nobody.
    var _ =
        first
            .result()
            .whenComplete((result, trouble) -> {
              if (trouble != null) {
                second.result().completeExceptionally(trouble);
              } else if (result instanceof RecordResult.Refused) {
                second.result().complete(result);
              } else {
                second
                    .result()
                    .complete(compare(first.entry(), second.entry(), new RecordResult.Repeated()));
              }
            });
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
    items.forEach(item -> onTheWay.put(item.identity(), new OnTheWay(item)));
    flights.acquire();
    Submission submission = Requests.submission(organisation, "record", request);
    // The first attempts are made by this one thread, so that entries commit in their order.
    CompletableFuture<Outcome> first = delivery.begin(submission);
    Thread.ofVirtual()
        .name("lepta-batch-" + number)
        .start(() -> land(number, items, first, submission));
  }

  private void land(
      long number, List<Item> items, CompletableFuture<Outcome> first, Submission submission) {
    try {
      Outcome outcome = delivery.finish(first, submission);
      switch (outcome) {
        case Committed committed -> settle(number, items, committed);
        case Refused refused -> fillGap(number, items, refused);
        default -> throw new IllegalStateException("not an end: " + outcome);
      }
    } catch (InterruptedException e) {
      failAll(items, new RecordingException("interrupted, outcome unknown", true, e));
    } catch (RuntimeException | SQLException e) {
      failAll(items, e);
    } finally {
      flights.release();
    }
  }

  private void settle(long number, List<Item> items, Committed committed) throws SQLException {
    outbox.settle(organisation, number);
    markCommitted(number);
    List<RecordResult> results = Results.of(committed, items.size());
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      OnTheWay sent = onTheWay.get(item.identity());
      if (results.get(i) instanceof RecordResult.Refused) {
        onTheWay.remove(item.identity());
      } else if (sent != null) {
        sent.block = committed.block();
      }
      item.result().complete(results.get(i));
    }
  }

  /** A number that can never hold this batch is filled by an empty one, so that seals go on. */
  private void fillGap(long number, List<Item> items, Refused refused)
      throws SQLException, InterruptedException {
    items.forEach(item -> onTheWay.remove(item.identity()));
    if (!refused.code().equals(Code.BATCH_NUMBER_TAKEN.name())) {
      delivery.deliver(
          Requests.submission(
              organisation, "record", Requests.batch(organisation, number, List.of())));
    }
    outbox.settle(organisation, number);
    markCommitted(number);
    if (refused.code().equals(Code.BATCH_NUMBER_TAKEN.name())) {
      // Our books were behind the ledger; the entries themselves are fine and get a new number.
      items.forEach(queue::add);
    } else {
      items.forEach(item ->
          item.result().complete(new RecordResult.Refused(refused.code(), refused.detail())));
    }
  }

  private synchronized void markCommitted(long number) {
    outOfOrder.add(number);
    while (!outOfOrder.isEmpty() && outOfOrder.first() == committedUpTo + 1) {
      committedUpTo = outOfOrder.pollFirst();
    }
  }

  private void failAll(Iterable<Item> items, Exception trouble) {
    for (Item item : items) {
      onTheWay.remove(item.identity());
      item.result().completeExceptionally(trouble);
    }
  }

  @Override
  public void close() {
    closing = true;
    worker.interrupt();
  }
}
