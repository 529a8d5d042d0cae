package org.lepta.service.ledger.recording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private final RecordedEntries recorded;
  private final Map<Identity, Sent> all = new ConcurrentHashMap<>();

  OnTheWay(RecordedEntries recorded) {
    this.recorded = recorded;
  }

  /** A sent entry; its block is set when it is committed. */
  private static final class Sent {
    final Item item;
    volatile long block = Long.MAX_VALUE;

    Sent(Item item) {
      this.item = item;
    }
  }

  /** Sent now, or sent again with another result to await. */
  void put(Item item) {
    all.put(item.identity(), new Sent(item));
  }

  void committed(Item item, long block) {
    Sent sent = all.get(item.identity());
    if (sent != null) {
      sent.block = block;
    }
  }

  /** It is not recorded, or nobody knows: the same entry sent again is a new one. */
  void remove(Item item) {
    // An equal entry that was sent before stays: only its own batch knows what became of it.
    all.computeIfPresent(item.identity(), (i, sent) -> sent.item.equals(item) ? null : sent);
  }

  /**
   * Answers what is recorded or on its way already, and returns the rest.
   *
   * @throws RuntimeException if it cannot be told what is recorded
   */
  List<Item> fresh(List<Item> items) {
    forgetIndexed();
    Map<Identity, Entry> known = recorded.find(items.stream().map(Item::identity).toList());
    List<Item> fresh = new ArrayList<>(items.size());
    Map<Identity, Item> here = new HashMap<>();
    for (Item item : items) {
      Entry before = known.get(item.identity());
      Sent sent = all.get(item.identity());
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
    all.values().removeIf(sent -> sent.block < height);
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
