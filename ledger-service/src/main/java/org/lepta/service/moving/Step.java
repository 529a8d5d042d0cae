package org.lepta.service.moving;

import java.util.List;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Through;

/**
 * What goes into one transaction.
 *
 * @param organisation that recorded the entries, and does again
 * @param through the kind of transaction, as before
 * @param entries in the order of the old log
 * @param next the leaf of the old log with which the following step begins
 */
record Step(String organisation, Through through, List<Entry> entries, long next) {

  Step {
    entries = List.copyOf(entries);
  }
}
