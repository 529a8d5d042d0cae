package org.lepta.service.explorer.page;

import java.util.List;
import org.lepta.service.indexing.read.FundRecord;
import org.lepta.service.indexing.read.ReadCode;
import org.lepta.ui.Pages;
import org.lepta.ui.format.CountFormat;
import org.lepta.ui.format.MoneyFormat;
import org.lepta.ui.page.RecountPage;
import org.lepta.ui.text.Language;
import org.lepta.ui.text.Texts;
import org.lepta.ui.view.Section;

/** Makes the page on which a figure is added up again. */
class RecountPages {

  private final Sources sources;

  RecountPages(Sources sources) {
    this.sources = sources;
  }

  String html(Standing standing, Language language, RecountQuery query) {
    FundRecord fund =
        sources
            .register()
            .fund(query.fund(), query.size())
            .orElseThrow(() -> ReadCode.NOT_FOUND.refusal("There is no such fund."));
    View view =
        new View(language, new NameBooks().funds(List.of(fund.id())).lookUp(sources.lookups()));
    Texts texts = view.texts();
    String title = texts.text("recount.heading") + ": " + texts.label(query.term());
    return Pages.recount(
        new RecountPage(
            Frames.of(
                standing,
                language,
                title + " · " + view.fund(fund.id()).label(),
                texts.text("recount.how"),
                "/" + PagePaths.RECOUNT,
                query.query(),
                Section.FUNDS),
            view.fund(fund.id()),
            query.term(),
            MoneyFormat.format(language, query.unit(), value(fund, query)),
            CountFormat.number(language, query.size()),
            "/api/v1/recount.csv" + query.query(),
            view.path("/entries?fund=" + Query.encoded(fund.id()))));
  }

  private static String value(FundRecord fund, RecountQuery query) {
    return fund.totals().stream()
        .filter(totals -> totals.unit().equals(query.unit()))
        .findFirst()
        .map(Sums::terms)
        .map(terms -> terms.getOrDefault(query.term(), "0"))
        .orElse("0");
  }
}
