package org.lepta.service.indexing.read;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.lepta.ledger.entry.Kind;

/**
 * What the ledger holds at a size.
 *
 * @param height number of the block after the last one that is counted
 * @param size leaves in the log
 * @param counts of each kind, repeats not counted; every kind has one
 */
public record LedgerFigures(long height, long size, Map<Kind, Long> counts, JointTotals totals) {

  public LedgerFigures {
    Map<Kind, Long> all = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      all.put(kind, counts.getOrDefault(kind, 0L));
    }
    counts = Collections.unmodifiableMap(all);
  }

  LedgerFigures at(long newHeight) {
    return new LedgerFigures(newHeight, size, counts, totals);
  }
}
