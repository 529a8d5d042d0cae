package org.lepta.service.ledger.recording;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.rule.Recorded;
import org.lepta.ledger.rule.RefusedException;
import org.lepta.service.kernel.Identity;

/**
 * Packed entries that are sent but not indexed: with the index they tell what is recorded already.
 * One thread asks and adds; what became of entries any thread may tell.
 */
final class OnTheWay {

  /** The most committed entries that wait for the index: some hundred bytes of memory each. */
  private static final int MOST = 50_000;

  /** For so long the index may stand still before nothing more is sent. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final RecordedEntries recorded;
  private final int most;
  private final Duration patience;
  private final Map<Identity, Item> all = new ConcurrentHashMap<>();
  private final ByBlock committed = new ByBlock();

  OnTheWay(RecordedEntries recorded) {
    this(recorded, MOST, PATIENCE);
  }

  /** The same with other bounds. */
  OnTheWay(RecordedEntries recorded, int most, Duration patience) {
    this.recorded = recorded;
    this.most = most;
    this.patience = patience;
  }

  /** Committed entries by their block, so that only what was indexed is gone through. */
  private static final class ByBlock {
    private final SortedMap<Long, List<Item>> byBlock = new TreeMap<>();
    private int entries;

    synchronized void add(Item item, long block) {
      byBlock.computeIfAbsent(block, b -> new ArrayList<>()).add(item);
      entries++;
    }

    /** Takes out what stands in blocks before this one. */
    synchronized List<Item> takeBefore(long block) {
      Map<Long, List<Item>> indexed = byBlock.headMap(block);
      List<Item> taken = indexed.values().stream().flatMap(List::stream).toList();
      indexed.clear();
      entries -= taken.size();
      return taken;
    }

    synchronized int entries() {
      return entries;
    }
  }

  /** Sent now, or sent again with another result to await. */
  void put(Item item) {
    all.put(item.identity(), item);
  }

  void committed(Item item, long block) {
    Item sent = all.get(item.identity());
    if (sent != null) {
      committed.add(sent, block);
    }
  }

  /** It is not recorded, or nobody knows: the same entry sent again is a new one. */
  void remove(Item item) {
    // An equal entry that was sent before stays: only its own batch knows what became of it.
    all.computeIfPresent(item.identity(), (i, sent) -> sent.equals(item) ? null : sent);
  }

  /**
   * Waits while many committed entries are not indexed yet: what is recorded faster than it is
   * indexed would fill the memory.
   *
   * @throws RecordingException if the index stands still for long; nothing was sent
   */
  void awaitRoom() throws InterruptedException {
    long height = forgetIndexed();
    while (committed.entries() >= most) {
      if (!recorded.awaitIndexed(height, patience)) {
        throw new RecordingException("the index is far behind the ledger and stands still", false);
      }
      height = forgetIndexed();
    }
  }

  /**
   * Answers what is recorded or on its way already, and returns the rest; first it waits for room.
   *
   * @throws RecordingException if the index is far behind and stands still
   * @throws RuntimeException if it cannot be told what is recorded
   */
  List<Item> fresh(List<Item> items) throws InterruptedException {
    awaitRoom();
    Map<Identity, Entry> known = recorded.find(items.stream().map(Item::identity).toList());
    List<Item> fresh = new ArrayList<>(items.size());
    Map<Identity, Item> here = new HashMap<>();
    for (Item item : items) {
      Entry before = known.get(item.identity());
      Item sent = all.get(item.identity());
      Item twin = here.get(item.identity());
      if (before != null) {
        item.result().complete(compare(before, item.entry(), new RecordResult.Repeated()));
      } else if (sent != null) {
        follow(sent, item);
      } else if (twin != null) {
        follow(twin, item);
      } else {
        here.put(item.identity(), item);
        fresh.add(item);
      }
    }
    return fresh;
  }

  private long forgetIndexed() {
    long height = recorded.indexedHeight();
    committed.takeBefore(height).forEach(this::remove);
    return height;
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
}
