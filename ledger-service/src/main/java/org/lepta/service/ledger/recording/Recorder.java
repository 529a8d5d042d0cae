package org.lepta.service.ledger.recording;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;
import org.lepta.ledger.entry.Correction;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Fund;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.TransferOut;
import org.lepta.ledger.rule.Placement;
import org.lepta.service.ledger.Committed;
import org.lepta.service.ledger.LedgerClient;
import org.lepta.service.ledger.Member;
import org.lepta.service.ledger.Outcome;

/**
 * Records entries under the identity of a member organisation: decides which of them travel packed
 * and which in the lane, keeps their order where it matters, and knows what became of each. Any
 * number of threads may record at the same time; sending the same entries again is always safe.
 */
public final class Recorder implements AutoCloseable {

  private final LedgerReads reads;
  private final Outbox outbox;
  private final Delivery delivery;
  private final RecordedEntries recorded;
  private final Map<String, Writer> writers = new HashMap<>();
  private final Map<String, Fund> funds = new ConcurrentHashMap<>();

  private record Writer(BatchQueue batches, LaneQueue lane) {}

  public Recorder(LedgerClient client, DataSource database, RecordedEntries recorded) {
    this.reads = new LedgerReads(client);
    this.outbox = new Outbox(database);
    this.delivery = new Delivery(client);
    this.recorded = recorded;
  }

  /**
   * Starts a ledger with its genesis entry, unless it was started before.
   *
   * @return whether this call did
   */
  public boolean start(String organisation, Entry genesis) throws InterruptedException {
    return delivery.start(organisation, genesis);
  }

  /**
   * Sends again what an earlier run left in the outbox, and returns when all of it is committed. To
   * be called once, before anything is recorded.
   *
   * @return number of the newest block it committed in, or -1
   */
  public long resume() throws SQLException, InterruptedException {
    long newest = -1;
    for (Outbox.Pending batch : outbox.pending()) {
      Outcome outcome =
          delivery.deliver(Requests.submission(batch.organisation(), "record", batch.request()));
      if (outcome instanceof Committed committed) {
        newest = Math.max(newest, committed.block());
      }
      outbox.settle(batch.organisation(), batch.number());
    }
    return newest;
  }

  /**
   * Records entries in order and waits until the fate of each is known; recorded ones are committed
   * and durable on return.
   *
   * @param organisation the member that signs
   * @return one result per entry
   * @throws RecordingException if the fate of some could not be learned; sending all of them again
   *     is safe
   */
  public List<RecordResult> record(String organisation, List<Entry> entries)
      throws InterruptedException {
    Writer writer = writer(organisation);
    List<Item> items = entries.stream().map(Item::of).toList();
    int from = 0;
    while (from < items.size()) {
      from = sendRun(organisation, writer, items, from);
    }
    List<RecordResult> results = new ArrayList<>(items.size());
    for (Item item : items) {
      RecordResult result = await(item);
      if (result instanceof RecordResult.Recorded && item.entry().body() instanceof Fund fund) {
        // A fund's card never changes, so it need not be asked for again.
        funds.put(item.identity().id(), fund);
      }
      results.add(result);
    }
    return results;
  }

  /** Sends the longest run of entries that travel alike; a following run may depend on it. */
  private int sendRun(String organisation, Writer writer, List<Item> items, int from)
      throws InterruptedException {
    Placement placement = placementOf(organisation, items.get(from));
    int to = from;
    do {
      if (placement == Placement.BATCH) {
        writer.batches().put(items.get(to));
        to++;
      } else {
        int end = isFirstHalf(items.get(to).entry()) ? Math.min(to + 2, items.size()) : to + 1;
        writer.lane().put(items.subList(to, end));
        to = end;
      }
    } while (to < items.size() && placementOf(organisation, items.get(to)) == placement);
    if (to < items.size()) {
      for (Item item : items.subList(from, to)) {
        await(item);
      }
    }
    return to;
  }

  /** Whether the next entry is the other half of this one, and must stand next to it. */
  public static boolean isFirstHalf(Entry entry) {
    return entry.body() instanceof TransferOut
        || (entry.body() instanceof Correction c && c.reverses() instanceof TransferOut);
  }

  private Placement placementOf(String organisation, Item item) {
    FundMode mode =
        item.entry().body() instanceof Flow flow
            ? modeOf(organisation, flow.fund())
            : FundMode.MANAGED;
    return Placement.of(item.entry().body(), mode);
  }

  /** An unknown fund counts as reported; the contract then says that it is unknown. */
  private FundMode modeOf(String organisation, String id) {
    return findFund(organisation, id).map(Fund::mode).orElse(FundMode.REPORTED);
  }

  /**
   * Returns the members that the ledger has admitted by its committed state, in that order; none
   * before it is started.
   *
   * @param organisation the member that asks
   * @throws RecordingException if the ledger cannot be read
   */
  public List<Member> admitted(String organisation) {
    return reads.members(organisation);
  }

  /**
   * Returns the card of a fund by the ledger's committed state.
   *
   * @param organisation the member that asks
   */
  public Optional<Fund> findFund(String organisation, String id) {
    Fund known = funds.get(id);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Fund> found = reads.fund(organisation, id);
    found.ifPresent(fund -> funds.put(id, fund));
    return found;
  }

  /**
   * Number of a batch of ours that is not committed while later ones are: until it is, nothing
   * after it is sealed. Empty where nothing was recorded since the start.
   */
  public synchronized OptionalLong missingBatch(String organisation) {
    Writer writer = writers.get(organisation);
    return writer == null ? OptionalLong.empty() : writer.batches().committed().missing();
  }

  private static RecordResult await(Item item) throws InterruptedException {
    try {
      return item.result().get();
    } catch (ExecutionException | CompletionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof RecordingException known) {
        throw known;
      }
      throw new RecordingException(
          "recording failed, the outcome is unknown", true, cause == null ? e : cause);
    }
  }

  private synchronized Writer writer(String organisation) {
    return writers.computeIfAbsent(organisation, this::open);
  }

  private Writer open(String organisation) {
    try {
      long next = reads.firstFreeNumber(organisation, outbox.nextNumber(organisation));
      BatchQueue batches = new BatchQueue(organisation, next, outbox, delivery, recorded);
      LaneQueue lane =
          new LaneQueue(organisation, reads.sealedUpTo(organisation), batches, delivery);
      return new Writer(batches, lane);
    } catch (SQLException e) {
      throw new RecordingException("the outbox cannot be read", false, e);
    }
  }

  @Override
  public synchronized void close() {
    for (Writer writer : writers.values()) {
      writer.batches().close();
      writer.lane().close();
    }
    writers.clear();
  }
}
