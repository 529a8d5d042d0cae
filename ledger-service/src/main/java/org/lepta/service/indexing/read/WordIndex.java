package org.lepta.service.indexing.read;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Which numbers have a word that begins so. A word that all names share costs as many steps as
 * there are names, and nothing is sorted. Not thread-safe.
 */
final class WordIndex {

  private final NavigableMap<String, List<Integer>> numbers = new TreeMap<>();

  /** Notes that the number, not below 0, has this word. */
  void add(String word, int number) {
    numbers.computeIfAbsent(word, w -> new ArrayList<>(1)).add(number);
  }

  /** The numbers that have, for every one of these, a word that begins so. */
  BitSet beginning(List<String> words) {
    BitSet found = beginning(words.getFirst());
    words.stream().skip(1).forEach(word -> found.and(beginning(word)));
    return found;
  }

  private BitSet beginning(String word) {
    BitSet found = new BitSet();
    for (List<Integer> part : numbers.subMap(word, word + Character.MAX_VALUE).values()) {
      part.forEach(found::set);
    }
    return found;
  }
}
