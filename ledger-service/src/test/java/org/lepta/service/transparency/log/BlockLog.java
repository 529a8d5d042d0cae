package org.lepta.service.transparency.log;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.transparency.proof.Frontier;
import org.lepta.service.transparency.proof.MerkleHash;
import org.lepta.service.transparency.proof.RecordedKeys;

/** Leaves in memory, added block by block; what the index is to the publisher. */
final class BlockLog implements LogSource {

  private final List<byte[]> leaves = new ArrayList<>();
  private final NavigableMap<Long, Sha256> roots = new TreeMap<>();
  private final Frontier frontier = Frontier.empty();

  /** Adds blocks of so many leaves each. */
  synchronized BlockLog blocks(int... sizes) {
    for (int size : sizes) {
      for (int i = 0; i < size; i++) {
        add(("leaf " + leaves.size()).getBytes(US_ASCII));
      }
      roots.put(frontier.size(), frontier.root());
    }
    return this;
  }

  /** Adds a block of one leaf. */
  synchronized BlockLog block(String leaf) {
    add(leaf.getBytes(US_ASCII));
    roots.put(frontier.size(), frontier.root());
    return this;
  }

  /** Adds a block whose root is over another leaf than the one it gives. */
  synchronized void falseBlock(String given, String under) {
    block(under);
    replace(leaves.size() - 1, given);
  }

  private void add(byte[] leaf) {
    leaves.add(leaf);
    frontier.append(MerkleHash.leaf(leaf));
  }

  /** Gives another leaf than the one that the roots are over. */
  synchronized void replace(int index, String leaf) {
    leaves.set(index, leaf.getBytes(US_ASCII));
  }

  synchronized Sha256 root(long size) {
    return rootAt(size).orElseThrow();
  }

  @Override
  public synchronized Optional<BlockEnd> next(long size, long most) {
    var within = roots.floorEntry(size + most);
    var found = within != null && within.getKey() > size ? within : roots.higherEntry(size);
    return Optional.ofNullable(found).map(end -> new BlockEnd(end.getKey(), end.getValue()));
  }

  @Override
  public synchronized Optional<Sha256> rootAt(long size) {
    return Optional.ofNullable(roots.get(size));
  }

  @Override
  public void leaves(long from, long to, Sink sink) throws IOException {
    for (byte[] leaf : leaves((int) from, (int) to)) {
      sink.put(leaf);
    }
  }

  private synchronized List<byte[]> leaves(int from, int to) {
    return List.copyOf(leaves.subList(from, Math.min(to, leaves.size())));
  }

  /** Leaves that begin so are draw notes. */
  @Override
  public synchronized List<Long> draws(long from, long to) {
    List<Long> found = new ArrayList<>();
    for (long i = from; i < to; i++) {
      if (new String(leaves.get((int) i), US_ASCII).startsWith("draw")) {
        found.add(i);
      }
    }
    return found;
  }

  /** Leaves such as {@code log-key <who recorded it> <vkey> <what it replaces>} name keys. */
  @Override
  public synchronized RecordedKeys keys() {
    RecordedKeys keys = new RecordedKeys();
    for (int i = 0; i < leaves.size(); i++) {
      String[] words = new String(leaves.get(i), US_ASCII).split(" ", -1);
      if (words[0].equals("log-key")) {
        String replaces = words.length > 3 ? words[3] : null;
        keys.take(new RecordedKeys.Named(i, "key-" + i, words[1], words[2], replaces));
      }
    }
    return keys;
  }

  @Override
  public synchronized long awaitBlocks(long height, Duration timeout) throws InterruptedException {
    return roots.size();
  }
}
