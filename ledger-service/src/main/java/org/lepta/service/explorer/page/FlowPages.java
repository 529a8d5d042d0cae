package org.lepta.service.explorer.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lepta.service.indexing.flow.FlowFold.Pot;
import org.lepta.service.indexing.flow.Side;
import org.lepta.service.indexing.read.FlowGraph;
import org.lepta.service.indexing.read.FlowReader;
import org.lepta.service.indexing.read.Ranked;
import org.lepta.service.indexing.read.Totals;
import org.lepta.service.kernel.Key;
import org.lepta.ui.Pages;
import org.lepta.ui.page.EmbeddedFlow;
import org.lepta.ui.page.FlowsPage;
import org.lepta.ui.page.PageFrame;
import org.lepta.ui.page.RankingPage;
import org.lepta.ui.text.Language;
import org.lepta.ui.view.FlowRole;
import org.lepta.ui.view.FlowStream;
import org.lepta.ui.view.FlowWords;
import org.lepta.ui.view.Link;
import org.lepta.ui.view.Ranking;
import org.lepta.ui.view.Section;

/** Makes flow pictures, and the rankings of the organisations in them. */
class FlowPages {

  private static final int ROWS = 50;

  private final Sources sources;

  FlowPages(Sources sources) {
    this.sources = sources;
  }

  String html(Standing standing, Language language, FlowQuery query) {
    return query.side() == null
        ? picture(standing, language, query)
        : ranking(standing, language, query, query.side());
  }

  /** A fund's picture of the unit with most entries, for the pages of others. */
  String embedded(Standing standing, Language language, Key key) {
    FlowPots pots = FlowPots.of(sources, FlowQuery.fund(key.id()), null);
    Optional<FlowGraph> graph = pots.shown().stream().findFirst().map(pots.flows()::graph);
    NameBooks wanted = pots.names();
    graph.ifPresent(found -> FlowViews.addNames(wanted, found));
    View view = new View(language, wanted.lookUp(sources.lookups()));
    Link fund = view.fund(key.id());
    return Pages.embedded(
        new EmbeddedFlow(
            Frames.of(
                standing,
                language,
                fund.label(),
                FlowWords.of(language).flowsLead(),
                "/funds/" + key.value(),
                Section.FUNDS),
            graph.map(found -> new FlowViews(view).picture(found, fund.label())).orElse(null),
            fund));
  }

  private String picture(Standing standing, Language language, FlowQuery query) {
    FlowPots pots = FlowPots.of(sources, query, standing.at());
    List<FlowGraph> graphs = pots.shown().stream().map(pots.flows()::graph).toList();
    NameBooks wanted = pots.names();
    graphs.forEach(graph -> FlowViews.addNames(wanted, graph));
    View view = new View(language, wanted.lookUp(sources.lookups()), standing.at());
    FlowViews views = new FlowViews(view);
    Link of = pots.of(view);
    String middle = of == null ? FlowWords.of(language).ledger() : of.label();
    return Pages.flows(
        new FlowsPage(
            frame(standing, view, query, FlowWords.of(language).flowsHeading(), middle),
            of,
            pots.unit(),
            pots.others(view, PagePaths.FLOWS),
            graphs.stream()
                .map(graph ->
                    new FlowsPage.WithRankings(
                        views.picture(graph, middle), rankings(view, pots, graph.pot())))
                .toList(),
            view.links()
                .analytics(view.path("/" + PagePaths.ANALYTICS + query.ofUnit(pots.unit())))));
  }

  private static List<Link> rankings(View view, FlowPots pots, Pot pot) {
    List<Link> links = new ArrayList<>();
    pots.flows()
        .ranked(pot)
        .forEach((side, ranked) -> {
          if (ranked.parties() > FlowReader.TOP) {
            links.add(
                new Link(
                    heading(view, side),
                    view.path("/" + PagePaths.FLOWS + pots.query().ranking(pot, side, null))));
          }
        });
    return links;
  }

  private static String heading(View view, Side side) {
    return view.texts().label(Ranking.valueOf(side.name()));
  }

  private String ranking(Standing standing, Language language, FlowQuery query, Side side) {
    Pot pot =
        new Pot(
            query.scope(),
            query.managed(),
            Optional.ofNullable(query.unit()).orElseThrow(FlowPots::unknown));
    FlowPots pots = FlowPots.of(sources, query, standing.at());
    List<Ranked.PartySum> rows = pots.flows().parties(pot, side, query.after(), ROWS + 1);
    boolean more = rows.size() > ROWS;
    List<Ranked.PartySum> shown = more ? rows.subList(0, ROWS) : rows;
    NameBooks wanted = pots.names();
    shown.forEach(row -> wanted.organisation(row.organisation()));
    View view = new View(language, wanted.lookUp(sources.lookups()), standing.at());
    FlowViews views = new FlowViews(view);
    BigDecimal total = total(pots.flows().totals(pot), side);
    String path = "/" + PagePaths.FLOWS;
    List<FlowStream> lines =
        shown.stream().map(row -> views.ranked(row, role(side), pot.unit(), total)).toList();
    return Pages.ranking(
        new RankingPage(
            frame(standing, view, query, heading(view, side), pot.unit()),
            view.links().flows(view.path(path + query.ofUnit(pot.unit()))),
            lines,
            more ? view.path(path + query.ranking(pot, side, shown.getLast())) : null));
  }

  private static BigDecimal total(Totals totals, Side side) {
    return switch (side) {
      case GAVE -> totals.donated();
      case AWARDED -> totals.awarded();
      case PAID -> totals.disbursed();
    };
  }

  private static FlowRole role(Side side) {
    return switch (side) {
      case GAVE -> FlowRole.GIVER;
      case AWARDED -> FlowRole.PROMISED;
      case PAID -> FlowRole.RECIPIENT;
    };
  }

  private PageFrame frame(
      Standing standing, View view, FlowQuery query, String title, @Nullable String of) {
    PageFrame frame =
        Frames.of(
            standing,
            view.language(),
            title + " · " + of,
            FlowWords.of(view.language()).flowsLead(),
            "/" + PagePaths.FLOWS,
            query.side() == null
                ? query.ofUnit(query.unit())
                : query.ranking(
                    new Pot(query.scope(), query.managed(), String.valueOf(query.unit())),
                    query.side(),
                    query.after()),
            Section.FLOWS);
    return new AsKnownFrames(sources, standing, view).of(frame, query.entries());
  }
}
