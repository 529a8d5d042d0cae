package org.lepta.service.explorer.page;

import java.math.BigDecimal;
import java.util.List;
import org.lepta.service.indexing.read.FundRecord;
import org.lepta.service.indexing.read.ReadCode;
import org.lepta.service.indexing.read.Totals;
import org.lepta.service.kernel.Key;
import org.lepta.ui.Pages;
import org.lepta.ui.format.CountFormat;
import org.lepta.ui.page.Badge;
import org.lepta.ui.text.Language;

/** Makes a fund's badge. */
class BadgePages {

  private final Sources sources;

  BadgePages(Sources sources) {
    this.sources = sources;
  }

  String svg(Standing standing, Language language, Key key) {
    FundRecord fund =
        sources
            .register()
            .fund(key.id(), null)
            .orElseThrow(() -> ReadCode.NOT_FOUND.refusal("There is no such fund."));
    View view =
        new View(language, new NameBooks().funds(List.of(fund.id())).lookUp(sources.lookups()));
    return Pages.badge(
        Badge.of(
            language,
            view.fund(fund.id()).label(),
            fund.totals().stream().findFirst().map(totals -> used(view, totals)).orElse(null),
            CountFormat.number(language, standing.size())));
  }

  /** How much of what came in went out again. */
  private static String used(View view, Totals totals) {
    BigDecimal received = Sums.received(totals);
    BigDecimal paid = Sums.paidOut(totals);
    return received.signum() <= 0 || paid.signum() < 0
        ? view.money(totals.unit(), paid).text()
        : new FlowViews(view).share(paid.min(received), received).text();
  }
}
