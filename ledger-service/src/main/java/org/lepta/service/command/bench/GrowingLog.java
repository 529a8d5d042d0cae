package org.lepta.service.command.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.transparency.proof.Frontier;
import org.lepta.service.transparency.proof.MerkleHash;
import org.lepta.service.transparency.proof.ProofException;
import org.lepta.service.transparency.tiles.DurableFiles;
import org.lepta.service.transparency.tiles.TileBuilder;
import org.lepta.service.transparency.tiles.TileCheck;
import org.lepta.service.transparency.tiles.TileFiles;
import org.lepta.service.transparency.tiles.TilePath;

/**
 * A log of invented gifts in a folder, grown by the steps of index and publisher: the tree's state,
 * then tiles and bundles in groups that are made durable together, then all read back. Not
 * thread-safe.
 */
final class GrowingLog {

  /** Files that are made durable together, as the publisher does. */
  private static final int GROUP = 256;

  private final TileFiles files;
  private final Frontier frontier = Frontier.empty();
  private final Map<TilePath, byte[]> group = new LinkedHashMap<>();

  GrowingLog(Path folder) throws IOException {
    this.files = new TileFiles(DurableFiles.open(folder));
  }

  TileFiles files() {
    return files;
  }

  long size() {
    return frontier.size();
  }

  Sha256 root() {
    return frontier.root();
  }

  LogPiece append(int count) throws IOException {
    long from = size();
    Sha256 oldRoot = root();
    List<byte[]> leaves = leaves(from, count);
    long begun = System.nanoTime();
    Sha256 last = hash(leaves);
    long hashed = System.nanoTime();
    grow(leaves);
    long appended = System.nanoTime();
    check(from, oldRoot);
    long checked = System.nanoTime();
    if (last.equals(oldRoot)) {
      throw new IllegalStateException("the floor hashed nothing");
    }
    return new LogPiece(size(), count, hashed - begun, appended - hashed, checked - appended);
  }

  /** One leaf hash and one inner node a leaf: a tree has no fewer. */
  private static Sha256 hash(List<byte[]> leaves) {
    Sha256 last = MerkleHash.EMPTY;
    for (byte[] leaf : leaves) {
      last = MerkleHash.inner(last, MerkleHash.leaf(leaf));
    }
    return last;
  }

  private void grow(List<byte[]> leaves) throws IOException {
    TileBuilder builder = TileBuilder.from(files, size(), this::put);
    for (byte[] leaf : leaves) {
      frontier.append(MerkleHash.leaf(leaf));
      builder.append(leaf);
    }
    builder.finish();
    flush();
  }

  private void put(TilePath path, byte[] bytes) throws IOException {
    group.put(path, bytes);
    if (group.size() == GROUP) {
      flush();
    }
  }

  private void flush() throws IOException {
    files.write(group);
    group.clear();
  }

  private void check(long from, Sha256 oldRoot) {
    try {
      new TileCheck(files, from, size()).run(oldRoot, root());
    } catch (ProofException e) {
      throw new IllegalStateException("the files hold another tree", e);
    }
  }

  private static List<byte[]> leaves(long from, int count) {
    List<byte[]> leaves = new ArrayList<>(count);
    for (long i = from; i < from + count; i++) {
      leaves.add(leaf(i));
    }
    return leaves;
  }

  /** About as long as a gift's leaf is. */
  private static byte[] leaf(long i) {
    return String.format(
            Locale.ROOT,
            """
            {"at":{"block":%1$d,"on":"2026-03-01","position":0,"transaction":0},"balances":[{\
            "account":"F:free","amount":"%1$d","unit":"EUR"}],"entry":{"amount":"%1$d","donor":{\
            "commitment":"%1$064x"},"fund":"XI-LEPTA-BENCH/fund","happenedOn":"2026-02-28","id":\
            "XI-LEPTA-BENCH/gift-%1$d","kind":"donation","statedBy":"XI-LEPTA-BENCH","unit":"EUR"},\
            "fund":"XI-LEPTA-BENCH/fund","fundSeq":%1$d,"orgSeq":%1$d,"postings":[{"account":\
            "X:donors","amount":"-%1$d","unit":"EUR"},{"account":"F:free","amount":"%1$d","unit":\
            "EUR"}],"recordedBy":"XI-LEPTA-BENCH","through":"batch","v":2}\
            """,
            i + 1)
        .getBytes(US_ASCII);
  }
}
