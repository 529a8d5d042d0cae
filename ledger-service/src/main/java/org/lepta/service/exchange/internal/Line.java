package org.lepta.service.exchange.internal;

import org.lepta.ledger.entry.Source;
import org.lepta.service.exchange.Draft;
import org.lepta.service.exchange.LineKey;

/**
 * A line of a file as an entry.
 *
 * @param draft what is to be recorded; its source is set when the file's hash is known
 * @param position in the file
 * @param counted whether it is a line of its own, or a part of the one before
 */
record Line(Draft draft, String position, boolean counted) {

  LineKey key() {
    return new LineKey(draft.entry().header().statedBy(), draft.entry().id());
  }

  Source source(org.lepta.ledger.entry.Hash sha256) {
    return new Source(sha256, null, position);
  }
}
