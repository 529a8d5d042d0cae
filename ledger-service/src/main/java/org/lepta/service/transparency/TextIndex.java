package org.lepta.service.transparency;

import java.nio.ByteBuffer;
import java.util.function.LongPredicate;
import org.lepta.service.kernel.Sha256;

/**
 * From a commitment to the place of its text: open addressing over two primitive arrays, 16 bytes a
 * slot, at most 43 bytes a text.
 *
 * <p>Keeps only the first 8 bytes of a commitment; the caller compares the rest on the disk, so two
 * texts whose commitments begin alike are still two.
 */
final class TextIndex {

  /** No text stands at this place, because a segment begins with its magic bytes. */
  static final long NONE = 0;

  private static final int SMALLEST = 1 << 10;

  private long[] prefixes = new long[SMALLEST];
  private long[] places = new long[SMALLEST];
  private int count;

  int count() {
    return count;
  }

  /** Returns the place with this prefix that passes the comparison, or {@link #NONE}. */
  long find(Sha256 commitment, LongPredicate isIt) {
    long prefix = prefix(commitment);
    int mask = places.length - 1;
    for (int slot = slot(prefix, mask); places[slot] != NONE; slot = slot + 1 & mask) {
      if (prefixes[slot] == prefix && isIt.test(places[slot])) {
        return places[slot];
      }
    }
    return NONE;
  }

  /** Adds a place that {@link #find} did not find. */
  void add(Sha256 commitment, long place) {
    if (count >= places.length / 4 * 3) {
      grow();
    }
    insert(prefix(commitment), place);
    count++;
  }

  private void insert(long prefix, long place) {
    int mask = places.length - 1;
    int slot = slot(prefix, mask);
    while (places[slot] != NONE) {
      slot = slot + 1 & mask;
    }
    prefixes[slot] = prefix;
    places[slot] = place;
  }

  private void grow() {
    long[] oldPrefixes = prefixes;
    long[] oldPlaces = places;
    prefixes = new long[oldPlaces.length * 2];
    places = new long[oldPlaces.length * 2];
    for (int slot = 0; slot < oldPlaces.length; slot++) {
      if (oldPlaces[slot] != NONE) {
        insert(oldPrefixes[slot], oldPlaces[slot]);
      }
    }
  }

  private static int slot(long prefix, int mask) {
    return (int) (prefix ^ prefix >>> 32) & mask;
  }

  private static long prefix(Sha256 commitment) {
    return ByteBuffer.wrap(commitment.bytes()).getLong();
  }
}
