package org.lepta.service.indexing.read;

import java.util.List;
import org.lepta.ledger.entry.Fund;

/**
 * A fund with its figures.
 *
 * @param entry that registered it
 * @param card what it declares
 * @param totals one line per unit
 */
public record FundRecord(
    EntryRecord entry, Fund card, List<ResolvedText> texts, List<Totals> totals) {

  public FundRecord {
    texts = List.copyOf(texts);
    totals = List.copyOf(totals);
  }

  public String id() {
    return entry.id();
  }
}
