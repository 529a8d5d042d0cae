package org.lepta.service.indexing.read;

import java.util.List;

/**
 * An organisation with the figures of its funds added up.
 *
 * @param entry that registered it
 * @param totals one line per unit
 */
public record OrganisationRecord(EntryRecord entry, List<ResolvedText> texts, List<Totals> totals) {

  public OrganisationRecord {
    texts = List.copyOf(texts);
    totals = List.copyOf(totals);
  }

  public String id() {
    return entry.id();
  }
}
