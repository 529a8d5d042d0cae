package org.lepta.service.explorer.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lepta.service.indexing.read.EntryRecord;
import org.lepta.service.indexing.read.FundRecord;
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
    List<FundRecord> funds = sources.register().funds(entries, null);
    Map<String, LocalDate> dates =
        sources.lookups().lastMovements(funds.stream().map(FundRecord::id).toList());
    return funds.stream()
        .flatMap(fund -> rows(fund, view.day(dates.get(fund.id()))).stream())
        .toList();
  }

  private List<FundRow> rows(FundRecord fund, @Nullable DateText last) {
    FundMode mode = FundMode.valueOf(fund.card().mode().name());
    if (fund.totals().isEmpty()) {
      return List.of(
          new FundRow(
              view.fund(fund.id()),
              view.organisation(fund.card().owner()),
              mode,
              null,
              null,
              null,
              null,
              last));
    }
    return fund.totals().stream().map(totals -> row(fund, mode, totals, last)).toList();
  }

  private FundRow row(FundRecord fund, FundMode mode, Totals totals, @Nullable DateText last) {
    boolean hasIncome = Sums.received(totals).signum() != 0;
    return new FundRow(
        view.fund(fund.id()),
        view.organisation(fund.card().owner()),
        mode,
        view.money(totals.unit(), Sums.received(totals)),
        view.money(totals.unit(), totals.awarded()),
        view.money(totals.unit(), Sums.paidOut(totals)),
        mode == FundMode.MANAGED || hasIncome ? view.money(totals.unit(), totals.free()) : null,
        last);
  }
}
