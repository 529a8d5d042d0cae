package org.lepta.service.exchange.internal;

import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Hash;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.Source;
import org.lepta.service.exchange.Draft;
import org.lepta.service.exchange.LineKey;

/**
 * A line of a file as an entry.
 *
 * @param draft what is to be recorded, still without its source
 * @param position in the file
 * @param counted whether it is a line of its own, or a part of the one before
 */
record Line(Draft draft, String position, boolean counted) {

  Entry entry() {
    return draft.entry();
  }

  LineKey key() {
    return new LineKey(entry().header().statedBy(), entry().id());
  }

  /** An entry with this line's place as its source. */
  Entry sourced(Entry entry, Hash sha256) {
    Header header = entry.header().from(new Source(sha256, null, position));
    return new Entry(header, entry.body());
  }
}
