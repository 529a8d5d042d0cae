package org.lepta.service.indexing.read;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.lepta.ledger.entry.Kind;

/**
 * Organisations or funds by the words of their names, in memory: names are texts beside the log and
 * may be withdrawn, so no table holds them. Reads the names when told to, and the new ones at every
 * search. However a Russian name is written in Latin letters, it is found. Thread-safe.
 *
 * <p>Nothing is read from the database under the lock: a search may hold a connection while it
 * waits, and if all did, who holds the lock would never get one. So two searches may read the same
 * names, of which the later ones are left out.
 */
final class NameWords {

  private static final int CHUNK = 1_000;

  /** Bounds the work of one search in which names were withdrawn. */
  private static final int MOST_LOOKED_AT = 1_000;

  /** Bounds the work of one search while many names are still to come. */
  private static final int MOST_LATE = 5_000;

  private final Index index;
  private final Texts texts;
  private final Kind kind;
  private final Function<Collection<String>, Map<String, List<ResolvedText>>> names;
  private final List<String> ids = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final WordIndex ofWords = new WordIndex();
  private final NavigableSet<Long> nameless = new TreeSet<>();
  private long generation;
  private long next;

  /**
   * The words of the names of one kind.
   *
   * @param names all that are held of these ids
   */
  NameWords(
      Index index,
      Texts texts,
      Kind kind,
      Function<Collection<String>, Map<String, List<ResolvedText>>> names) {
    this.index = index;
    this.texts = texts;
    this.kind = kind;
    this.names = names;
  }

  /**
   * The ids of those in whose names every word begins a word; those that are written as asked
   * first, then in the order in which they were registered. None if a word has less than three
   * letters or digits, a letter that is repeated counted once.
   *
   * @param most at most so many, and one more if there are more
   */
  List<String> find(String q, int most) {
    Words words = Words.of(q);
    if (words.areTooShort()) {
      return List.of();
    }
    read();
    return stillCalled(named(words), words, most + 1);
  }

  /** Reads all names that are not read yet; a search does it by itself. */
  void read() {
    nameLate();
    catchUp();
  }

  private synchronized List<String> named(Words words) {
    BitSet written = ofWords.asWritten(words);
    BitSet otherwise = ofWords.bySkeleton(words);
    otherwise.andNot(written);
    return IntStream.concat(written.stream(), otherwise.stream())
        .limit(MOST_LOOKED_AT)
        .mapToObj(ids::get)
        .toList();
  }

  private void catchUp() {
    List<EntryRecord> chunk;
    do {
      chunk =
          index.list(
              "SELECT leaf, fund, owner, managed, committed, bytes FROM entry"
                  + " WHERE kind = ? AND leaf >= ? ORDER BY leaf LIMIT ?",
              Entries::record,
              kind.label(),
              next(),
              CHUNK);
      takeNew(chunk);
    } while (chunk.size() == CHUNK);
  }

  private synchronized long next() {
    return next;
  }

  private synchronized void takeNew(List<EntryRecord> chunk) {
    for (EntryRecord entry : chunk) {
      if (entry.index() >= next) {
        take(entry);
        next = entry.index() + 1;
      }
    }
  }

  /** Names may come after their entries, from another service. */
  private void nameLate() {
    Long[] leaves = late(texts.generation());
    if (leaves.length > 0) {
      takeLate(
          index.list(
              "SELECT leaf, fund, owner, managed, committed, bytes FROM entry WHERE leaf = ANY (?)",
              Entries::record,
              (Object) leaves));
    }
  }

  /** The entries to look at again, if there are other texts since it was last asked. */
  private synchronized Long[] late(long now) {
    if (now == generation || nameless.isEmpty()) {
      return new Long[0];
    }
    generation = now;
    return nameless.stream().limit(MOST_LATE).toArray(Long[]::new);
  }

  private synchronized void takeLate(List<EntryRecord> found) {
    found.forEach(this::take);
  }

  private void take(EntryRecord entry) {
    List<ResolvedText> found = texts.of(entry.entry(), Set.of("name"));
    ofWords.add(Words.of(found), number(entry.id()));
    if (found.stream().anyMatch(ResolvedText::isMissing)) {
      nameless.add(entry.index());
    } else {
      nameless.remove(entry.index());
    }
  }

  private int number(String id) {
    return numbers.computeIfAbsent(
        id,
        key -> {
          ids.add(key);
          return ids.size() - 1;
        });
  }

  /** A name that was withdrawn since finds nothing any more. */
  private List<String> stillCalled(List<String> found, Words words, int most) {
    List<String> called = new ArrayList<>();
    for (int from = 0; from < found.size() && called.size() < most; from += most) {
      List<String> part = found.subList(from, Math.min(from + most, found.size()));
      Map<String, List<ResolvedText>> held = names.apply(part);
      part.stream()
          .filter(id -> words.begin(Words.of(held.getOrDefault(id, List.of()))))
          .limit(most - called.size())
          .forEach(called::add);
    }
    return called;
  }
}
