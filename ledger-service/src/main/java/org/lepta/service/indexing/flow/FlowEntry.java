package org.lepta.service.indexing.flow;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Flow;

/**
 * What the sums need of an entry that moved money.
 *
 * @param owner of the fund
 * @param managed whether the fund is kept on this ledger
 * @param party the organisation at the other side; empty where none is named
 */
public record FlowEntry(
    Flow flow, String owner, boolean managed, String party, @Nullable LocalDate date) {

  private static final int UNDATED = 0;

  int year() {
    return date == null ? UNDATED : date.getYear();
  }
}
