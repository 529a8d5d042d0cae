package org.lepta.service.explorer.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.lepta.service.indexing.read.EvidenceTotals;
import org.lepta.service.indexing.read.Totals;
import org.lepta.ui.format.MoneyFormat;
import org.lepta.ui.page.FundPage;
import org.lepta.ui.view.EvidenceSplit;
import org.lepta.ui.view.EvidenceStep;
import org.lepta.ui.view.Figure;
import org.lepta.ui.view.FigureName;
import org.lepta.ui.view.FundMode;
import org.lepta.ui.view.HeadlineTotals;
import org.lepta.ui.view.Reconciliation;
import org.lepta.ui.view.Term;

/** Figures of funds as pages show them. */
final class Sums {

  private Sums() {}

  /** What came from outside: opening balance, donations and income. */
  static BigDecimal received(Totals totals) {
    return totals.opened().add(totals.donated()).add(totals.income());
  }

  /** What was disbursed and what the fund spent itself. */
  static BigDecimal paidOut(Totals totals) {
    return totals.disbursed().add(totals.spent());
  }

  /** Received, awarded, paid out, and in managed funds what is left. */
  static HeadlineTotals headline(View view, Totals totals, FundMode mode) {
    String unit = totals.unit();
    List<Figure> figures = new ArrayList<>();
    figures.add(view.figure(FigureName.RECEIVED, unit, received(totals)));
    if (totals.onward().signum() != 0) {
      figures.add(view.figure(FigureName.FROM_FUNDS_HERE, unit, totals.onward()));
    }
    addUse(figures, view, totals, mode);
    return new HeadlineTotals(MoneyFormat.unitName(view.language(), unit), figures, null);
  }

  /** New money, so that a unit is counted once; what moved inside the ledger stands apart. */
  static HeadlineTotals joint(View view, Totals totals, FundMode mode) {
    String unit = totals.unit();
    List<Figure> figures = new ArrayList<>();
    BigDecimal fromOutside = received(totals).subtract(totals.onward());
    figures.add(view.figure(FigureName.NEW_MONEY, unit, fromOutside));
    addUse(figures, view, totals, mode);
    return new HeadlineTotals(
        MoneyFormat.unitName(view.language(), unit),
        figures,
        totals.onward().signum() == 0 ? null : view.money(unit, totals.onward()));
  }

  private static void addUse(List<Figure> figures, View view, Totals totals, FundMode mode) {
    String unit = totals.unit();
    figures.add(view.figure(FigureName.AWARDED, unit, totals.awarded()));
    figures.add(view.figure(FigureName.PAID_OUT, unit, paidOut(totals)));
    if (mode == FundMode.MANAGED) {
      BigDecimal left = totals.free().add(totals.outstanding()).add(totals.released());
      figures.add(view.figure(FigureName.NOT_YET_SPENT, unit, left));
    }
    if (totals.shortBy().signum() > 0) {
      figures.add(view.figure(FigureName.SHORT, unit, totals.shortBy()));
    }
  }

  static List<HeadlineTotals> joints(View view, List<Totals> totals, FundMode mode) {
    return totals.stream().map(line -> joint(view, line, mode)).toList();
  }

  static List<HeadlineTotals> headlines(View view, List<Totals> totals, FundMode mode) {
    return totals.stream().map(line -> headline(view, line, mode)).toList();
  }

  /** Everything about a fund in one unit. */
  static FundPage.UnitAccount account(
      View view, String fund, long size, Totals totals, FundMode mode) {
    return new FundPage.UnitAccount(
        headline(view, totals, mode),
        Reconciliation.of(
            view.language(),
            totals.unit(),
            mode,
            terms(totals),
            View.plain(totals.free()),
            term ->
                view.language()
                    .path(
                        "/"
                            + PagePaths.RECOUNT
                            + RecountQuery.of(fund, totals.unit(), term, size))),
        split(view, totals.unit(), totals.disbursedByEvidence()),
        split(view, totals.unit(), totals.spentByEvidence()));
  }

  /** The terms of the identity, as decimal strings. */
  static Map<Term, String> terms(Totals t) {
    Map<Term, String> terms = new EnumMap<>(Term.class);
    terms.put(Term.OPENED, View.plain(t.opened()));
    terms.put(Term.DONATED, View.plain(t.donated()));
    terms.put(Term.INCOME, View.plain(t.income()));
    terms.put(Term.TRANSFERRED_IN, View.plain(t.transferredIn()));
    terms.put(Term.EXCHANGED_IN, View.plain(t.exchangedIn()));
    terms.put(Term.RETURNED, View.plain(t.returned()));
    terms.put(Term.REFUNDED, View.plain(t.refunded()));
    terms.put(Term.TRANSFERRED_OUT, View.plain(t.transferredOut()));
    terms.put(Term.EXCHANGED_OUT, View.plain(t.exchangedOut()));
    terms.put(Term.OUTSTANDING, View.plain(t.outstanding()));
    terms.put(Term.RELEASED, View.plain(t.released()));
    terms.put(Term.DISBURSED, View.plain(t.disbursed()));
    terms.put(Term.SPENT, View.plain(t.spent()));
    return terms;
  }

  private static EvidenceSplit split(View view, String unit, EvidenceTotals totals) {
    Map<EvidenceStep, String> steps = new EnumMap<>(EvidenceStep.class);
    steps.put(EvidenceStep.STATED, View.plain(totals.stated()));
    steps.put(EvidenceStep.CONFIRMED, View.plain(totals.confirmed()));
    steps.put(EvidenceStep.TIED_TO_BANK, View.plain(totals.tied()));
    steps.put(EvidenceStep.AUDITED, View.plain(totals.audited()));
    return EvidenceSplit.of(view.language(), unit, steps);
  }
}
