package org.lepta.service.explorer.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lepta.service.indexing.Measure;
import org.lepta.service.indexing.Sum;
import org.lepta.service.indexing.flow.FlowFold.Pot;
import org.lepta.service.indexing.flow.GiftWait;
import org.lepta.service.indexing.flow.Side;
import org.lepta.service.indexing.flow.WaitBand;
import org.lepta.service.indexing.read.FlowReader;
import org.lepta.service.indexing.read.FundFigures;
import org.lepta.service.indexing.read.Ranked;
import org.lepta.service.indexing.read.Totals;
import org.lepta.ui.Pages;
import org.lepta.ui.format.CountFormat;
import org.lepta.ui.page.AnalyticsPage;
import org.lepta.ui.text.Language;
import org.lepta.ui.view.AnalyticsTables;
import org.lepta.ui.view.AnalyticsTables.Programme;
import org.lepta.ui.view.AnalyticsTables.Size;
import org.lepta.ui.view.AnalyticsTables.Waited;
import org.lepta.ui.view.AnalyticsTables.Year;
import org.lepta.ui.view.FlowWords;
import org.lepta.ui.view.GiftDays;
import org.lepta.ui.view.Link;
import org.lepta.ui.view.Ranking;
import org.lepta.ui.view.Section;

/** Makes the page of sums by year, programme, size and days until gifts were paid out. */
class AnalyticsPages {

  private static final int PROGRAMMES = 20;

  private final Sources sources;

  AnalyticsPages(Sources sources) {
    this.sources = sources;
  }

  String html(Standing standing, Language language, FlowQuery query) {
    FlowPots pots = FlowPots.of(sources, query, standing.at());
    NameBooks wanted = pots.names();
    List<PotFigures> figures = pots.shown().stream().map(pot -> read(pots.flows(), pot)).toList();
    figures.forEach(pot -> pot.addNames(wanted));
    View view = new View(language, wanted.lookUp(sources.lookups()), standing.at());
    Link of = pots.of(view);
    String middle = of == null ? FlowWords.of(language).ledger() : of.label();
    return Pages.analytics(
        new AnalyticsPage(
            new AsKnownFrames(sources, standing, view)
                .of(
                    Frames.of(
                        standing,
                        language,
                        FlowWords.of(language).analyticsHeading() + " · " + middle,
                        FlowWords.of(language).analyticsLead(),
                        "/" + PagePaths.ANALYTICS,
                        query.ofUnit(query.unit()),
                        Section.FLOWS),
                    query.entries()),
            of,
            pots.unit(),
            pots.others(view, PagePaths.ANALYTICS),
            figures.stream().map(pot -> part(view, pot, middle)).toList(),
            view.links().flows(view.path("/" + PagePaths.FLOWS + query.ofUnit(pots.unit())))));
  }

  private record PotFigures(
      Pot pot,
      Totals totals,
      Map<Integer, Map<Measure, BigDecimal>> years,
      List<FundFigures> programmes,
      Map<Integer, Sum> sizes,
      Map<WaitBand, GiftWait> waits,
      Map<Side, Ranked> sides) {

    List<Ranked.PartySum> top(Side side) {
      return sides.getOrDefault(side, Ranked.NOBODY).top();
    }

    void addNames(NameBooks wanted) {
      wanted.funds(programmes.stream().map(FundFigures::fund).toList());
      for (Ranked side : sides.values()) {
        side.top().stream().limit(1).forEach(party -> wanted.organisation(party.organisation()));
      }
    }
  }

  private static PotFigures read(FlowReader flows, Pot pot) {
    return new PotFigures(
        pot,
        flows.totals(pot),
        flows.years(pot),
        flows.largestFunds(pot, PROGRAMMES),
        flows.sizes(pot),
        flows.waits(pot),
        flows.ranked(pot));
  }

  private static AnalyticsPage.Part part(View view, PotFigures pot, String middle) {
    AnalyticsTables tables = AnalyticsTables.of(view.language());
    return new AnalyticsPage.Part(
        FlowWords.of(view.language()).of(FlowViews.mode(pot.pot().managed()), middle),
        tables.years(
            pot.years().entrySet().stream()
                .map(year -> year(view, pot.pot().unit(), year.getKey(), year.getValue()))
                .toList()),
        tables.programmes(pot.programmes().stream().map(fund -> programme(view, fund)).toList()),
        tables.sizes(sizes(view, pot)),
        tables.waits(waits(view, pot)),
        concentration(view, pot));
  }

  private static Year year(View view, String unit, int year, Map<Measure, BigDecimal> sums) {
    return new Year(
        year == 0 ? FlowWords.of(view.language()).undated() : Integer.toString(year),
        view.money(unit, sum(sums, Measure.OPENED, Measure.DONATED, Measure.INCOME)),
        view.money(unit, sum(sums, Measure.AWARDED)),
        view.money(unit, sum(sums, Measure.PAID_RELEASED, Measure.PAID_DIRECT)),
        view.money(
            unit,
            sum(
                sums,
                Measure.SPENT_PROGRAMME,
                Measure.SPENT_RUNNING,
                Measure.SPENT_FUNDRAISING,
                Measure.SPENT_FEE)));
  }

  private static BigDecimal sum(Map<Measure, BigDecimal> sums, Measure... measures) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Measure measure : measures) {
      sum = sum.add(sums.getOrDefault(measure, BigDecimal.ZERO));
    }
    return sum;
  }

  private static Programme programme(View view, FundFigures fund) {
    Totals totals = fund.totals();
    return new Programme(
        view.fund(fund.fund()),
        view.money(totals.unit(), Sums.received(totals)),
        view.money(totals.unit(), totals.awarded()),
        view.money(totals.unit(), Sums.paidOut(totals)));
  }

  private static List<Size> sizes(View view, PotFigures pot) {
    FlowViews views = new FlowViews(view);
    BigDecimal all =
        pot.sizes().values().stream().map(Sum::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    List<Size> sizes = new ArrayList<>();
    pot.sizes()
        .forEach((digits, sum) ->
            sizes.add(
                new Size(
                    band(view, pot.pot().unit(), digits),
                    CountFormat.number(view.language(), sum.entries()),
                    view.money(pot.pot().unit(), sum.amount()),
                    views.share(sum.amount(), all))));
    return sizes;
  }

  private static List<Waited> waits(View view, PotFigures pot) {
    BigDecimal all = GiftWait.sum(pot.waits().values()).amount();
    FlowViews views = new FlowViews(view);
    return pot.waits().entrySet().stream()
        .map(wait ->
            new Waited(
                GiftDays.valueOf(wait.getKey().name()),
                view.money(pot.pot().unit(), wait.getValue().amount()),
                views.share(wait.getValue().amount(), all)))
        .toList();
  }

  private static String band(View view, String unit, int digits) {
    FlowWords words = FlowWords.of(view.language());
    if (digits == 0) {
      return words.belowOne();
    }
    BigDecimal from = BigDecimal.TEN.pow(digits - 1);
    BigDecimal last = BigDecimal.TEN.pow(digits).subtract(new BigDecimal("0.0001"));
    return words.between(view.money(unit, from), view.money(unit, last));
  }

  private static List<String> concentration(View view, PotFigures pot) {
    Totals totals = pot.totals();
    Concentration said = new Concentration(view);
    if (totals.disbursed().signum() > 0) {
      said.add(Ranking.PAID, pot.top(Side.PAID), totals.disbursed());
      said.addConfirmed(totals);
    } else {
      said.add(Ranking.AWARDED, pot.top(Side.AWARDED), totals.awarded());
    }
    said.add(Ranking.GAVE, pot.top(Side.GAVE), totals.donated());
    said.addWaited(pot.waits());
    return said.sentences();
  }
}
