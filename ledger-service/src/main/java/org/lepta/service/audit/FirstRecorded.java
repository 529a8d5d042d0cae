package org.lepta.service.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.lepta.service.indexing.LeafState;
import org.lepta.service.kernel.Identity;
import org.lepta.service.kernel.Sha256;

/**
 * Which leaf recorded a fact first, by 128 bits of a hash of what names it: 24 bytes a slot, and
 * between 32 and 64 bytes an entry. Two facts with the same 128 bits would have to be searched for
 * through 2^64 hashes. Not thread-safe.
 */
final class FirstRecorded implements LeafState.FirstLeaves {

  private static final int SMALLEST = 1 << 10;
  private static final char SEPARATOR = 0;

  private long[] high = new long[SMALLEST];
  private long[] low = new long[SMALLEST];
  private long[] leaves = new long[SMALLEST];
  private int size;

  @Override
  public @Nullable Long putIfAbsent(Identity identity, long leaf) {
    if (size >= leaves.length / 4 * 3) {
      grow();
    }
    ByteBuffer hash = ByteBuffer.wrap(hash(identity));
    long first = hash.getLong();
    long second = hash.getLong();
    int slot = slot(first, second);
    if (leaves[slot] != 0) {
      return leaves[slot] - 1;
    }
    put(slot, first, second, leaf + 1);
    size++;
    return null;
  }

  private static byte[] hash(Identity identity) {
    String named =
        identity.kind().label() + SEPARATOR + identity.statedBy() + SEPARATOR + identity.id();
    return Sha256.digest(named.getBytes(StandardCharsets.UTF_8)).bytes();
  }

  /** The slot of this hash, or the empty one where it belongs; zero in {@code leaves} is empty. */
  private int slot(long first, long second) {
    int slot = (int) first & leaves.length - 1;
    while (leaves[slot] != 0 && (high[slot] != first || low[slot] != second)) {
      slot = slot + 1 & leaves.length - 1;
    }
    return slot;
  }

  private void put(int slot, long first, long second, long leaf) {
    high[slot] = first;
    low[slot] = second;
    leaves[slot] = leaf;
  }

  private void grow() {
    long[] oldHigh = high;
    long[] oldLow = low;
    long[] oldLeaves = leaves;
    high = new long[Math.multiplyExact(oldLeaves.length, 2)];
    low = new long[high.length];
    leaves = new long[high.length];
    for (int i = 0; i < oldLeaves.length; i++) {
      if (oldLeaves[i] != 0) {
        put(slot(oldHigh[i], oldLow[i]), oldHigh[i], oldLow[i], oldLeaves[i]);
      }
    }
  }

  /** Bytes that it holds. */
  long bytes() {
    return 24L * leaves.length;
  }
}
