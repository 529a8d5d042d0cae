package org.lepta.service.indexing.read;

import java.util.List;
import org.lepta.ledger.entry.Grant;

/**
 * A grant with its figures.
 *
 * @param entry that awarded it
 * @param grant as awarded, before amendments
 * @param totals one line per unit
 */
public record GrantRecord(
    EntryRecord entry, Grant grant, List<ResolvedText> texts, List<GrantTotals> totals) {

  public GrantRecord {
    texts = List.copyOf(texts);
    totals = List.copyOf(totals);
  }

  public String id() {
    return entry.id();
  }
}
