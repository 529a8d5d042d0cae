package org.lepta.service.transparency.proof;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.List;
import org.lepta.service.kernel.Sha256;

/** Entries, and the definitions of RFC 6962 section 2.1 written down once more, naively. */
final class Samples {

  private Samples() {}

  static byte[] entry(long i) {
    return ("{\"i\":" + i + ",\"amt\":\"10.00\"}").getBytes(US_ASCII);
  }

  static List<Sha256> leafHashes(int size) {
    List<Sha256> hashes = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      hashes.add(MerkleHash.leaf(entry(i)));
    }
    return hashes;
  }

  static Sha256 flip(Sha256 hash, int bit) {
    byte[] bytes = hash.bytes();
    bytes[bit / 8] ^= (byte) (1 << bit % 8);
    return Sha256.of(bytes);
  }

  static List<Sha256> with(List<Sha256> path, int at, Sha256 hash) {
    List<Sha256> changed = new ArrayList<>(path);
    changed.set(at, hash);
    return changed;
  }

  static Sha256 root(List<Sha256> leafHashes) {
    if (leafHashes.isEmpty()) {
      return MerkleHash.EMPTY;
    }
    if (leafHashes.size() == 1) {
      return leafHashes.getFirst();
    }
    int k = (int) split(leafHashes.size());
    return MerkleHash.inner(
        root(leafHashes.subList(0, k)), root(leafHashes.subList(k, leafHashes.size())));
  }

  /** The sides of the siblings of a path, leaf side first. */
  static String inclusionShape(long index, long size) {
    if (size == 1) {
      return "";
    }
    long k = split(size);
    return index < k ? inclusionShape(index, k) + "R" : inclusionShape(index - k, size - k) + "L";
  }

  /** The sides of the siblings of a consistency proof, deepest first; S is the seed in it. */
  static String consistencyShape(long oldSize, long newSize, boolean seedIsOldRoot) {
    if (oldSize == newSize) {
      return seedIsOldRoot ? "" : "S";
    }
    long k = split(newSize);
    return oldSize <= k
        ? consistencyShape(oldSize, k, seedIsOldRoot) + "R"
        : consistencyShape(oldSize - k, newSize - k, false) + "L";
  }

  private static long split(long size) {
    return Long.highestOneBit(size - 1);
  }
}
