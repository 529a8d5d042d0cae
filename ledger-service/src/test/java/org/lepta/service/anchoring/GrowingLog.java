package org.lepta.service.anchoring;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.transparency.proof.Checkpoint;
import org.lepta.service.transparency.proof.MemoryTree;
import org.lepta.service.transparency.proof.MerkleHash;
import org.lepta.service.transparency.proof.MerkleTree;

/** A log in memory, of which everything is published at once. */
final class GrowingLog implements AnchorLog {

  static final String ORIGIN = "log.example.org/gifts";

  private final MemoryTree hashes = new MemoryTree();
  private final String flavour;
  private long size;
  private boolean halted;

  private GrowingLog(String flavour) {
    this.flavour = flavour;
  }

  static GrowingLog of(int size) {
    return of("gift", size);
  }

  /** Logs of other flavours have other leaves. */
  static GrowingLog of(String flavour, int size) {
    GrowingLog log = new GrowingLog(flavour);
    log.grow(size);
    return log;
  }

  void grow(int leaves) {
    for (int i = 0; i < leaves; i++) {
      hashes.append(MerkleHash.leaf((flavour + size).getBytes(UTF_8)));
      size++;
    }
  }

  void halt() {
    halted = true;
  }

  long size() {
    return size;
  }

  Sha256 root(long of) {
    return tree(of).root(of);
  }

  @Override
  public Optional<Checkpoint> newest() {
    return halted
        ? Optional.empty()
        : Optional.of(new Checkpoint(ORIGIN, size, tree(size).root(size)));
  }

  @Override
  public MerkleTree tree(long of) {
    return new MerkleTree(hashes, of);
  }

  @Override
  public Optional<Sha256> computed(long of) {
    return of <= size ? Optional.of(root(of)) : Optional.empty();
  }
}
