package org.lepta.service.indexing.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** The words of titles that were read so far, by leaf index. Not thread-safe. */
final class TitledGrants {

  private static final int FIRST = 16;

  private final long withdrawn;
  private final WordIndex words = new WordIndex();
  private final BitSet missing = new BitSet();
  private final BitSet untried = new BitSet();
  private long[] leaves = new long[FIRST];
  private int count;
  private long generation;

  /**
   * Knows none yet.
   *
   * @param withdrawn how many texts were withdrawn when the first of these is read
   */
  TitledGrants(long withdrawn) {
    this.withdrawn = withdrawn;
  }

  long withdrawn() {
    return withdrawn;
  }

  /** The first leaf that was not looked at yet. */
  long next() {
    return count == 0 ? 0 : leaves[count - 1] + 1;
  }

  /** Adds the titles of a grant that stands behind all others. */
  void add(long leaf, List<ResolvedText> titles) {
    if (count == leaves.length) {
      leaves = Arrays.copyOf(leaves, 2 * count);
    }
    leaves[count] = leaf;
    words.add(Words.of(titles), count);
    missing.set(count, isMissing(titles));
    count++;
  }

  /** Adds titles that came after their grant. */
  void addLate(long leaf, List<ResolvedText> titles) {
    int number = Arrays.binarySearch(leaves, 0, count, leaf);
    if (missing.get(number)) {
      words.add(Words.of(titles), number);
      missing.set(number, isMissing(titles));
    }
  }

  private static boolean isMissing(List<ResolvedText> titles) {
    return titles.stream().anyMatch(ResolvedText::isMissing);
  }

  /** Some of the grants whose titles may have come, if there are other texts since. */
  Long[] late(long now, int most) {
    if (now != generation) {
      generation = now;
      untried.or(missing);
    }
    List<Long> late = new ArrayList<>();
    for (int n = untried.nextSetBit(0); n >= 0 && late.size() < most; n = untried.nextSetBit(n)) {
      untried.clear(n);
      late.add(leaves[n]);
    }
    return late.toArray(Long[]::new);
  }

  /** The grants in whose titles every word begins a word, the newest first. */
  List<Long> find(Words searched, int most) {
    BitSet found = words.asWritten(searched);
    found.or(words.bySkeleton(searched));
    List<Long> newest = new ArrayList<>();
    int n = found.length() - 1;
    while (n >= 0 && newest.size() < most) {
      newest.add(leaves[n]);
      n = found.previousSetBit(n - 1);
    }
    return newest;
  }
}
