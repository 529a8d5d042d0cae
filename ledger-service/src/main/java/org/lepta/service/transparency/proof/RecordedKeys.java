package org.lepta.service.transparency.proof;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys that entries of a ledger name for logs, and which of them took over from which. Any
 * member may record any key, so an entry changes a log's key only if the member that was the first
 * to name the old one recorded it, nobody has named the new one before, both have one name, and the
 * old one was not replaced already (docs/reference/log). Thread-safe.
 */
public final class RecordedKeys {

  private final Map<String, Named> first = new LinkedHashMap<>();
  private final Map<String, Change> byOld = new HashMap<>();
  private final Map<String, Change> byNew = new HashMap<>();

  /**
   * An entry that names a key.
   *
   * @param leaf its index
   * @param entry its id
   * @param recordedBy the member that recorded it
   * @param replaces the key that signs no longer
   */
  public record Named(
      long leaf, String entry, String recordedBy, String vkey, @Nullable String replaces) {}

  /**
   * A log's key was replaced.
   *
   * @param leaf index of the entry that says so
   * @param entry its id
   * @param from the vkey that signed until then
   * @param to the vkey that signs from then on
   */
  public record Change(long leaf, String entry, String from, String to) {}

  /**
   * Returns where a log keeps the proof of a change, as a path below its folder: the last
   * checkpoint that the old key signed. It has the entry, so whoever believes that key can follow
   * to the new one.
   *
   * @param leaf index of the entry
   */
  public static String pathOfChange(long leaf) {
    return "key-change/" + leaf;
  }

  /**
   * Takes the next entry, in the order of the log.
   *
   * @return the change that it makes, if it makes one
   */
  public synchronized Optional<Change> take(Named named) {
    Named old = named.replaces() == null ? null : first.get(named.replaces());
    boolean changes =
        old != null
            && old.recordedBy().equals(named.recordedBy())
            && !first.containsKey(named.vkey())
            && !byOld.containsKey(old.vkey())
            && origin(old.vkey()).equals(origin(named.vkey()));
    first.putIfAbsent(named.vkey(), named);
    if (old == null || !changes) {
      return Optional.empty();
    }
    Change change = new Change(named.leaf(), named.entry(), old.vkey(), named.vkey());
    byOld.put(change.from(), change);
    byNew.put(change.to(), change);
    return Optional.of(change);
  }

  /** The name of a key; it has no plus sign. */
  private static String origin(String vkey) {
    return vkey.split("\\+", 2)[0];
  }

  /** Returns whether an entry names this key. */
  public synchronized boolean isNamed(String vkey) {
    return first.containsKey(vkey);
  }

  /** Returns the change by which this key ended. */
  public synchronized Optional<Change> endOf(String vkey) {
    return Optional.ofNullable(byOld.get(vkey));
  }

  /** Returns the changes that led to this key, the oldest first. */
  public synchronized List<Change> leadingTo(String vkey) {
    Deque<Change> changes = new ArrayDeque<>();
    for (Change last = byNew.get(vkey); last != null; last = byNew.get(last.from())) {
      changes.addFirst(last);
    }
    return List.copyOf(changes);
  }

  /** Returns the keys of this name that were not replaced. */
  public synchronized List<String> inForce(String origin) {
    return first.keySet().stream()
        .filter(vkey -> origin(vkey).equals(origin) && !byOld.containsKey(vkey))
        .toList();
  }
}
