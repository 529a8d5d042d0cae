package org.lepta.service.indexing.read;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Organisations by the words of their names, in memory: names are texts beside the log and may be
 * withdrawn, so no table holds them. Reads the names at the first search, and the new ones at every
 * later one. Thread-safe.
 */
@Component
public final class OrganisationNames {

  /** The most organisations that one search may mean. */
  static final int MAX_ORGANISATIONS = 100;

  /** Shorter words mean too many names. */
  static final int SHORTEST = 3;

  private static final int CHUNK = 1_000;

  /** Bounds the work of one search while many names are still to come. */
  private static final int MOST_LATE = 5_000;

  private static final Pattern BREAK = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final Index index;
  private final Texts texts;
  private final Lookups lookups;
  private final NavigableMap<String, List<String>> organisations = new TreeMap<>();
  private final NavigableSet<Long> nameless = new TreeSet<>();
  private long generation;
  private long next;

  public OrganisationNames(Index index, Texts texts, Lookups lookups) {
    this.index = index;
    this.texts = texts;
    this.lookups = lookups;
  }

  /**
   * The organisations in whose names every word begins a word, in the order of their ids.
   *
   * @return none if a word has less than three letters or digits
   * @throws org.lepta.service.kernel.RefusalException with {@link ReadCode#SEARCH_TOO_BROAD}
   */
  List<String> find(String q) {
    List<String> words = words(q);
    if (words.isEmpty() || words.stream().anyMatch(word -> word.length() < SHORTEST)) {
      return List.of();
    }
    List<String> found = named(words);
    if (found.size() > MAX_ORGANISATIONS) {
      throw ReadCode.SEARCH_TOO_BROAD.refusal(
          "More than " + MAX_ORGANISATIONS + " organisations are called so; write more of it.");
    }
    return stillCalled(found, words);
  }

  private synchronized List<String> named(List<String> words) {
    nameLate();
    catchUp();
    Set<String> all = beginning(words.getFirst());
    for (String word : words.subList(1, words.size())) {
      all.retainAll(beginning(word));
    }
    return List.copyOf(all);
  }

  private Set<String> beginning(String word) {
    Set<String> found = new TreeSet<>();
    organisations.subMap(word, word + Character.MAX_VALUE).values().forEach(found::addAll);
    return found;
  }

  private void catchUp() {
    List<EntryRecord> chunk;
    do {
      chunk =
          index.list(
              "SELECT leaf, fund, owner, managed, committed, bytes FROM entry"
                  + " WHERE kind = 'organisation' AND leaf >= ? ORDER BY leaf LIMIT ?",
              Entries::record,
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
    List<ResolvedText> names = texts.of(entry.entry(), Set.of("name"));
    for (String word : new HashSet<>(words(names))) {
      organisations.computeIfAbsent(word, w -> new ArrayList<>(1)).add(entry.id());
    }
    boolean late =
        names.stream().anyMatch(name -> name.text() == null && name.withdrawnOn() == null);
    if (late) {
      nameless.add(entry.index());
    } else {
      nameless.remove(entry.index());
    }
  }

  /** A name that was withdrawn since finds nothing any more. */
  private List<String> stillCalled(List<String> found, List<String> words) {
    var names = lookups.organisationNames(found);
    return found.stream()
        .filter(id -> {
          List<String> held = words(names.getOrDefault(id, List.of()));
          return words.stream().allMatch(w -> held.stream().anyMatch(h -> h.startsWith(w)));
        })
        .toList();
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
