package org.lepta.service.indexing;

import java.util.Map;
import java.util.TreeMap;
import org.lepta.ledger.entry.Body;
import org.lepta.ledger.entry.Epoch;
import org.lepta.ledger.entry.Genesis;
import org.lepta.ledger.rule.Versions;

/**
 * In which version the leaves of a block are written: the genesis entry says it from the first
 * block on, an epoch from the block after its own, and never a lower one than before. Not
 * thread-safe.
 */
final class LeafVersions {

  private final TreeMap<Long, Integer> from = new TreeMap<>();

  /** Takes what an entry of this block says of versions, if it says anything. */
  void take(Body body, long block) {
    switch (body) {
      case Genesis genesis -> raise(genesis.leafVersion(), 0);
      case Epoch epoch -> raise(epoch.leafVersion(), block + 1);
      default -> {}
    }
  }

  private void raise(int version, long block) {
    if (version > at(block)) {
      from.put(block, version);
    }
  }

  int at(long block) {
    Map.Entry<Long, Integer> last = from.floorEntry(block);
    return last == null ? Versions.FIRST : last.getValue();
  }
}
