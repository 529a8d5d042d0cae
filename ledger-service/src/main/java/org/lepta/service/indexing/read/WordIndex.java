package org.lepta.service.indexing.read;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Which numbers have a word that begins so. A word that all texts share costs as many steps as
 * there are texts, and nothing is sorted. Not thread-safe.
 */
final class WordIndex {

  private final NavigableMap<String, Numbers> asWritten = new TreeMap<>();
  private final NavigableMap<String, Numbers> bySkeleton = new TreeMap<>();

  /** Numbers in the order in which they came; they are too many for objects of their own. */
  private static final class Numbers {
    private int[] values = new int[1];
    private int count;

    void add(int value) {
      if (count == values.length) {
        values = Arrays.copyOf(values, count + (count >> 1) + 1);
      }
      values[count] = value;
      count++;
    }

    void setIn(BitSet set) {
      for (int i = 0; i < count; i++) {
        set.set(values[i]);
      }
    }
  }

  /** Notes that the number, not below 0, has these words. */
  void add(Words words, int number) {
    words.written().stream().distinct().forEach(word -> add(asWritten, word, number));
    words.skeletons().stream().distinct().forEach(word -> add(bySkeleton, word, number));
  }

  private static void add(NavigableMap<String, Numbers> numbers, String word, int number) {
    numbers.computeIfAbsent(word, w -> new Numbers()).add(number);
  }

  /** The numbers that have, for every one of these, a word that is written so at its begin. */
  BitSet asWritten(Words words) {
    return beginning(asWritten, words.written());
  }

  /** The numbers that have, for every one of these, a word that begins so in other letters. */
  BitSet bySkeleton(Words words) {
    return beginning(bySkeleton, words.skeletons());
  }

  private static BitSet beginning(NavigableMap<String, Numbers> numbers, List<String> words) {
    BitSet found = beginning(numbers, words.getFirst());
    words.stream().skip(1).forEach(word -> found.and(beginning(numbers, word)));
    return found;
  }

  private static BitSet beginning(NavigableMap<String, Numbers> numbers, String word) {
    BitSet found = new BitSet();
    numbers.subMap(word, word + Character.MAX_VALUE).values().forEach(part -> part.setIn(found));
    return found;
  }
}
