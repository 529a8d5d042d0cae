package org.lepta.service.explorer.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.indexing.matching.Counterpart;
import org.lepta.service.indexing.read.Attestations.Attested;
import org.lepta.service.indexing.read.EntryQuery;
import org.lepta.service.indexing.read.EntryRecord;
import org.lepta.service.indexing.read.FlowGraph;
import org.lepta.service.indexing.read.FundRecord;
import org.lepta.service.indexing.read.ReadCode;
import org.lepta.service.kernel.Key;
import org.lepta.ui.Pages;
import org.lepta.ui.page.FundPage;
import org.lepta.ui.text.Language;
import org.lepta.ui.view.FundMode;
import org.lepta.ui.view.Link;
import org.lepta.ui.view.PublicText;
import org.lepta.ui.view.Section;

/** Makes the page of a fund. */
class FundPages {

  private static final Set<Kind> IN =
      Set.of(Kind.OPENING, Kind.DONATION, Kind.INCOME, Kind.TRANSFER_IN, Kind.RETURN);
  private static final Set<Kind> OUT =
      Set.of(
          Kind.DISBURSEMENT,
          Kind.EXPENDITURE,
          Kind.FEE,
          Kind.REFUND,
          Kind.TRANSFER_OUT,
          Kind.EXCHANGE);
  private static final List<Set<Kind>> LISTS =
      List.of(IN, OUT, Set.of(Kind.GRANT), Set.of(Kind.CORRECTION));
  private static final int LINES = 20;

  private final Sources sources;

  FundPages(Sources sources) {
    this.sources = sources;
  }

  String html(Standing standing, Language language, Key key) {
    FundRecord fund =
        sources
            .register()
            .fund(key.id(), standing.at())
            .orElseThrow(() -> ReadCode.NOT_FOUND.refusal("There is no such fund."));
    List<List<EntryRecord>> newest =
        sources.entries().newest(fund.id(), LISTS, standing.at(), LINES);
    List<EntryRecord> in = newest.get(0);
    List<EntryRecord> out = newest.get(1);
    List<EntryRecord> grants = newest.get(2);
    List<EntryRecord> corrections = newest.get(3);
    List<Attested> attestations = sources.attestations().ofFundAndLedger(fund.id(), standing.at());
    List<Counterpart> counterparts = sources.matches().ofFund(fund.id(), standing.at());
    NameBooks wanted =
        new NameBooks()
            .entries(List.of(fund.entry()))
            .entries(in)
            .entries(out)
            .entries(grants)
            .entries(corrections);
    AttestationNotices.addNames(wanted, attestations);
    FundMatches.addNames(wanted, counterparts);
    FlowPots pots = FlowPots.ofKnown(sources, FlowQuery.fund(fund.id()), standing.at());
    Optional<FlowGraph> flow = picture(pots, fund);
    flow.ifPresent(graph -> FlowViews.addNames(wanted, graph));
    View view = new View(language, wanted.lookUp(sources.lookups()), standing.at());
    FundMatches matches = new FundMatches(view, counterparts);
    FundMode mode = FundMode.valueOf(fund.card().mode().name());
    List<PublicText> called = named(fund, language);
    String title = view.fund(fund.id()).label();
    Lines lines = new Lines(view);
    String query = "?fund=" + Query.encoded(fund.id());
    Link allIn = all(view, in, Kind.DONATION, query);
    Link allOut = all(view, out, Kind.DISBURSEMENT, query);
    return Pages.fund(
        new FundPage(
            new AsKnownFrames(sources, standing, view)
                .of(
                    Frames.of(
                        standing,
                        language,
                        title,
                        title + ". " + view.texts().text("fund.account") + ".",
                        "/funds/" + key.value(),
                        Section.FUNDS),
                    EntryQuery.ALL.fund(fund.id())),
            called,
            fund.id(),
            view.organisation(fund.card().owner()),
            mode,
            AttestationNotices.of(view, attestations),
            FundFields.of(view, fund.card()),
            fund.totals().stream()
                .map(t -> Sums.account(view, fund.id(), standing.known(), t, mode))
                .toList(),
            flow.map(graph -> new FlowViews(view).picture(graph, title)).orElse(null),
            view.links().allFlows(view.path("/" + PagePaths.FLOWS + query)),
            lines.moneyIn(in),
            allIn,
            lines.payments(out, sources.lookups()),
            allOut,
            lines.grants(grants, sources.lookups(), sources.texts()),
            view.links().allGrants(view.path("/grants" + query)),
            matches.of(true, allOut),
            matches.of(false, allIn),
            lines.corrections(corrections),
            view.path("/entries.csv" + query)));
  }

  /** Of the unit with most entries; its figures are those of the fund. */
  private static Optional<FlowGraph> picture(FlowPots pots, FundRecord fund) {
    return pots.shown().stream()
        .findFirst()
        .flatMap(pot ->
            fund.totals().stream()
                .filter(totals -> totals.unit().equals(pot.unit()))
                .findFirst()
                .map(totals -> pots.flows().graph(pot, totals)));
  }

  /** Only what is a name; the first is in the reader's language if the fund states one. */
  private List<PublicText> named(FundRecord fund, Language language) {
    List<PublicText> names = new ArrayList<>();
    for (PublicText name :
        new Names(
                fund.texts().stream()
                    .filter(text -> text.role().equals("name") && text.text() != null)
                    .toList())
            .all(language)) {
      names.add(Names.brief(name));
    }
    return names;
  }

  /** The list of one kind where the lines are of no other, else the list of everything. */
  private static Link all(View view, List<EntryRecord> lines, Kind kind, String query) {
    if (lines.stream().anyMatch(line -> line.kind() != kind)) {
      return view.links().allEntries(view.path("/entries" + query));
    }
    String list = view.path("/" + kind.plural() + query);
    return kind == Kind.DONATION ? view.links().allMoneyIn(list) : view.links().allPayments(list);
  }
}
