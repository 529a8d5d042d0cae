package org.lepta.service.indexing.read;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.lepta.ledger.entry.Kind;

/**
 * Organisations or funds by the words of their names, in memory: names are texts beside the log and
 * may be withdrawn, so no table holds them. Reads the names when told to, and the new ones at every
 * search. However a Russian name is written in Latin letters, it is found. Thread-safe.
 */
final class NameWords {

  /** Shorter words mean too many names. */
  static final int SHORTEST = 3;

  private static final int CHUNK = 1_000;

  /** Bounds the work of one search while many names are still to come. */
  private static final int MOST_LATE = 5_000;

  private static final Pattern BREAK = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final Index index;
  private final Texts texts;
  private final Kind kind;
  private final Function<Collection<String>, Map<String, List<ResolvedText>>> names;
  private final NavigableMap<String, List<String>> bySkeleton = new TreeMap<>();
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
   * first, then in the order of their ids. None if a word has less than three letters or digits, a
   * letter that is repeated counted once.
   *
   * @param most at most so many, and one more if there are more
   */
  List<String> find(String q, int most) {
    List<String> words = words(q);
    List<String> skeletons = words.stream().map(Skeleton::of).toList();
    if (words.isEmpty() || skeletons.stream().anyMatch(word -> word.length() < SHORTEST)) {
      return List.of();
    }
    List<String> found = named(skeletons);
    return stillCalled(found.stream().limit(CHUNK).toList(), words).stream()
        .limit(most + 1L)
        .toList();
  }

  /** Reads all names that are not read yet; a search does it by itself. */
  synchronized void read() {
    nameLate();
    catchUp();
  }

  private synchronized List<String> named(List<String> words) {
    read();
    Set<String> all = beginning(words.getFirst());
    for (String word : words.subList(1, words.size())) {
      all.retainAll(beginning(word));
    }
    return List.copyOf(all);
  }

  private Set<String> beginning(String word) {
    Set<String> found = new TreeSet<>();
    bySkeleton.subMap(word, word + Character.MAX_VALUE).values().forEach(found::addAll);
    return found;
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
              next,
              CHUNK);
      for (EntryRecord entry : chunk) {
        take(entry);
        next = entry.index() + 1;
      }
    } while (chunk.size() == CHUNK);
  }

  /** Names may come after their entries, from another service. */
  private void nameLate() {
    long now = texts.generation();
    if (now == generation || nameless.isEmpty()) {
      return;
    }
    generation = now;
    Long[] leaves = nameless.stream().limit(MOST_LATE).toArray(Long[]::new);
    index
        .list(
            "SELECT leaf, fund, owner, managed, committed, bytes FROM entry WHERE leaf = ANY (?)",
            Entries::record,
            (Object) leaves)
        .forEach(this::take);
  }

  private void take(EntryRecord entry) {
    List<ResolvedText> found = texts.of(entry.entry(), Set.of("name"));
    for (String word : new HashSet<>(words(found).stream().map(Skeleton::of).toList())) {
      bySkeleton.computeIfAbsent(word, w -> new ArrayList<>(1)).add(entry.id());
    }
    boolean late =
        found.stream().anyMatch(name -> name.text() == null && name.withdrawnOn() == null);
    if (late) {
      nameless.add(entry.index());
    } else {
      nameless.remove(entry.index());
    }
  }

  /** A name that was withdrawn since finds nothing any more. */
  private List<String> stillCalled(List<String> found, List<String> words) {
    Map<String, List<ResolvedText>> held = names.apply(found);
    List<String> skeletons = words.stream().map(Skeleton::of).toList();
    List<String> asWritten = new ArrayList<>();
    List<String> otherwise = new ArrayList<>();
    for (String id : found) {
      List<String> own = words(held.getOrDefault(id, List.of()));
      if (begin(own, words)) {
        asWritten.add(id);
      } else if (begin(own.stream().map(Skeleton::of).toList(), skeletons)) {
        otherwise.add(id);
      }
    }
    asWritten.addAll(otherwise);
    return asWritten;
  }

  private static boolean begin(List<String> own, List<String> words) {
    return words.stream().allMatch(w -> own.stream().anyMatch(o -> o.startsWith(w)));
  }

  private static List<String> words(Collection<ResolvedText> names) {
    return names.stream()
        .map(ResolvedText::text)
        .filter(text -> text != null)
        .flatMap(text -> words(text).stream())
        .toList();
  }

  private static List<String> words(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return Arrays.stream(BREAK.split(plain)).filter(word -> !word.isEmpty()).toList();
  }
}
