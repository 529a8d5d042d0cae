package org.lepta.service.explorer.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Fund;
import org.lepta.service.indexing.read.EntryRecord;
import org.lepta.service.indexing.read.Totals;
import org.lepta.ui.format.DateText;
import org.lepta.ui.view.FundMode;
import org.lepta.ui.view.FundRow;

/** Funds as lines of a table, one for each unit. */
final class FundRows {

  private final View view;
  private final Sources sources;

  FundRows(View view, Sources sources) {
    this.view = view;
    this.sources = sources;
  }

  List<FundRow> of(List<EntryRecord> entries) {
    List<String> ids = entries.stream().map(EntryRecord::id).toList();
    Map<String, List<Totals>> totals = sources.figures().ofFunds(ids, view.at());
    Map<String, LocalDate> dates = sources.lookups().lastMovements(ids, view.at());
    return entries.stream()
        .flatMap(entry ->
            rows(entry, totals.getOrDefault(entry.id(), List.of()), view.day(dates.get(entry.id())))
                .stream())
        .toList();
  }

  private List<FundRow> rows(EntryRecord entry, List<Totals> totals, @Nullable DateText last) {
    Fund card = (Fund) entry.entry().body();
    FundMode mode = FundMode.valueOf(card.mode().name());
    if (totals.isEmpty()) {
      return List.of(
          new FundRow(
              view.fund(entry.id()),
              view.organisation(card.owner()),
              mode,
              null,
              null,
              null,
              null,
              last));
    }
    return totals.stream().map(line -> row(entry.id(), card, mode, line, last)).toList();
  }

  private FundRow row(String id, Fund card, FundMode mode, Totals totals, @Nullable DateText last) {
    boolean hasIncome = Sums.received(totals).signum() != 0;
    return new FundRow(
        view.fund(id),
        view.organisation(card.owner()),
        mode,
        view.money(totals.unit(), Sums.received(totals)),
        view.money(totals.unit(), totals.awarded()),
        view.money(totals.unit(), Sums.paidOut(totals)),
        mode == FundMode.MANAGED || hasIncome ? view.money(totals.unit(), totals.free()) : null,
        last);
  }
}
