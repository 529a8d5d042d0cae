package org.lepta.service.explorer.page;

import java.util.List;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.indexing.read.Attestations.Attested;
import org.lepta.service.indexing.read.EntryQuery;
import org.lepta.service.indexing.read.EntryRecord;
import org.lepta.service.indexing.read.JointTotals;
import org.lepta.ui.Pages;
import org.lepta.ui.page.OverviewPage;
import org.lepta.ui.text.Language;
import org.lepta.ui.view.FundMode;
import org.lepta.ui.view.Section;

/** Makes the overview. */
class OverviewPages {

  private static final int FUNDS = 10;
  private static final int PAYMENTS = 10;

  private final Sources sources;

  OverviewPages(Sources sources) {
    this.sources = sources;
  }

  String html(Standing standing, Language language) {
    List<EntryRecord> funds = newest(standing, Kind.FUND, FUNDS);
    List<EntryRecord> payments = newest(standing, Kind.DISBURSEMENT, PAYMENTS);
    List<Attested> attestations = sources.attestations().ofLedger(standing.at());
    NameBooks wanted = new NameBooks().entries(funds).entries(payments);
    AttestationNotices.addNames(wanted, attestations);
    View view = new View(language, wanted.lookUp(sources.lookups()), standing.at());
    JointTotals totals = sources.figures().ofLedger(standing.at()).totals();
    return Pages.overview(
        new OverviewPage(
            new AsKnownFrames(sources, standing, view)
                .of(
                    Frames.of(
                        standing,
                        language,
                        view.texts().text("overview.heading"),
                        view.texts().text("overview.lead"),
                        "/",
                        Section.OVERVIEW),
                    EntryQuery.ALL),
            AttestationNotices.of(view, attestations),
            Sums.joints(view, totals.managed(), FundMode.MANAGED),
            Sums.joints(view, totals.reported(), FundMode.REPORTED),
            new ExceptionsPages(sources).counts(view, standing),
            view.links().allFlows(view.path("/" + PagePaths.FLOWS)),
            new FundRows(view, sources).of(funds),
            view.links().allFunds(view.path("/funds")),
            new Lines(view).payments(payments, sources.lookups()),
            view.links().allPayments(view.path("/disbursements"))));
  }

  private List<EntryRecord> newest(Standing standing, Kind kind, int limit) {
    return sources.entries().page(EntryQuery.of(kind).at(standing.at()), null, limit).items();
  }
}
