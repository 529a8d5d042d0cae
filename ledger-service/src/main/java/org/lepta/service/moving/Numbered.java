package org.lepta.service.moving;

import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Leaf;

/**
 * A leaf with its place in its log.
 *
 * @param index from 0
 */
record Numbered(long index, Leaf leaf) {

  Entry entry() {
    return leaf.entry();
  }
}
