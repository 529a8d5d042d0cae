package org.lepta.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lepta.ui.format.Amount;
import org.lepta.ui.format.CountFormat;
import org.lepta.ui.format.DateFormat;
import org.lepta.ui.format.DateText;
import org.lepta.ui.format.HashText;
import org.lepta.ui.format.MoneyFormat;
import org.lepta.ui.format.Share;
import org.lepta.ui.page.AboutPage;
import org.lepta.ui.page.AnalyticsPage;
import org.lepta.ui.page.ChangesPage;
import org.lepta.ui.page.DataPage;
import org.lepta.ui.page.DayPage;
import org.lepta.ui.page.DonationPage;
import org.lepta.ui.page.EntryPage;
import org.lepta.ui.page.ErrorPage;
import org.lepta.ui.page.ExceptionsPage;
import org.lepta.ui.page.FlowsPage;
import org.lepta.ui.page.FundPage;
import org.lepta.ui.page.GrantPage;
import org.lepta.ui.page.ListPage;
import org.lepta.ui.page.OrganisationPage;
import org.lepta.ui.page.OverviewPage;
import org.lepta.ui.page.PageFrame;
import org.lepta.ui.page.Preview;
import org.lepta.ui.page.RankingPage;
import org.lepta.ui.page.ReceiptPage;
import org.lepta.ui.page.RecountPage;
import org.lepta.ui.page.SearchPage;
import org.lepta.ui.page.VerifyPage;
import org.lepta.ui.text.Language;
import org.lepta.ui.text.Texts;
import org.lepta.ui.view.ActiveFilter;
import org.lepta.ui.view.Agreement;
import org.lepta.ui.view.AmendmentRow;
import org.lepta.ui.view.AnalyticsTables;
import org.lepta.ui.view.AsKnown;
import org.lepta.ui.view.Attested;
import org.lepta.ui.view.Cell;
import org.lepta.ui.view.ChangeRow;
import org.lepta.ui.view.ChangeTables;
import org.lepta.ui.view.ConfirmationRow;
import org.lepta.ui.view.CorrectionRow;
import org.lepta.ui.view.DayRow;
import org.lepta.ui.view.DaySumRow;
import org.lepta.ui.view.DonationTrail;
import org.lepta.ui.view.EntryFlag;
import org.lepta.ui.view.EntryKind;
import org.lepta.ui.view.EntryRow;
import org.lepta.ui.view.EntryText;
import org.lepta.ui.view.EvidenceSplit;
import org.lepta.ui.view.EvidenceStep;
import org.lepta.ui.view.ExceptionGroup;
import org.lepta.ui.view.ExceptionRow;
import org.lepta.ui.view.ExceptionRule;
import org.lepta.ui.view.ExceptionTables;
import org.lepta.ui.view.Facet;
import org.lepta.ui.view.Field;
import org.lepta.ui.view.Fields;
import org.lepta.ui.view.Figure;
import org.lepta.ui.view.FigureName;
import org.lepta.ui.view.Filters;
import org.lepta.ui.view.FlowPicture;
import org.lepta.ui.view.FlowRole;
import org.lepta.ui.view.FlowStream;
import org.lepta.ui.view.FlowWords;
import org.lepta.ui.view.Freshness;
import org.lepta.ui.view.FundMode;
import org.lepta.ui.view.FundRow;
import org.lepta.ui.view.GiftDays;
import org.lepta.ui.view.GrantRow;
import org.lepta.ui.view.HeadlineTotals;
import org.lepta.ui.view.Lens;
import org.lepta.ui.view.LensChoice;
import org.lepta.ui.view.LifeState;
import org.lepta.ui.view.LifeStep;
import org.lepta.ui.view.Link;
import org.lepta.ui.view.Links;
import org.lepta.ui.view.MatchRow;
import org.lepta.ui.view.MatchState;
import org.lepta.ui.view.MoneyInRow;
import org.lepta.ui.view.Notice;
import org.lepta.ui.view.OrganisationRow;
import org.lepta.ui.view.OtherRow;
import org.lepta.ui.view.OtherSide;
import org.lepta.ui.view.PaidFrom;
import org.lepta.ui.view.Party;
import org.lepta.ui.view.PaymentRow;
import org.lepta.ui.view.Posting;
import org.lepta.ui.view.PublicText;
import org.lepta.ui.view.QrCode;
import org.lepta.ui.view.Ranking;
import org.lepta.ui.view.Reconciliation;
import org.lepta.ui.view.Restriction;
import org.lepta.ui.view.Role;
import org.lepta.ui.view.SearchTables;
import org.lepta.ui.view.Section;
import org.lepta.ui.view.Sentences;
import org.lepta.ui.view.ServerFields;
import org.lepta.ui.view.Sorting;
import org.lepta.ui.view.Source;
import org.lepta.ui.view.Tables;
import org.lepta.ui.view.Term;
import org.lepta.ui.view.TrailAction;
import org.lepta.ui.view.TrailStep;
import org.lepta.ui.view.TrancheRow;
import org.lepta.ui.view.TrancheState;

/**
 * Invented pages. With a hostile text every name, title and id on them is that text; without one
 * they are what a reader would see.
 */
final class Samples {
  static final String HASH = "3f9a1c027be4d15560aa90b1c2d3e4f5061728394a5b6c7d8e9fa0b1b77e10d4";

  private final Language language;
  private final Texts texts;
  private final Links links;
  private final Fields fields;
  private final @Nullable String hostile;

  Samples(Language language, @Nullable String hostile) {
    this.language = language;
    this.texts = Texts.of(language);
    this.links = Links.of(language);
    this.fields = Fields.of(language);
    this.hostile = hostile;
  }

  /** All pages by file name. */
  Map<String, String> all() {
    return Map.ofEntries(
        Map.entry("overview", Pages.overview(overview())),
        Map.entry("funds", Pages.list(funds())),
        Map.entry("grants", Pages.list(emptyGrants())),
        Map.entry("entries", Pages.list(entries())),
        Map.entry("organisations", Pages.list(organisations())),
        Map.entry("fund", Pages.fund(fund())),
        Map.entry("fund-reported", Pages.fund(reportedFund())),
        Map.entry("organisation", Pages.organisation(organisation())),
        Map.entry("grant", Pages.grant(grant())),
        Map.entry("donation", Pages.donation(donation())),
        Map.entry("receipt", Pages.receipt(receipt())),
        Map.entry("entry", Pages.entry(entry())),
        Map.entry("exceptions", Pages.exceptions(exceptions())),
        Map.entry("changes", Pages.changes(changes())),
        Map.entry("day", Pages.day(day(List.of(correction(), lateGift())))),
        Map.entry("day, nothing changed", Pages.day(day(List.of()))),
        Map.entry("search", Pages.search(search(name("Relief", "Помощь")))),
        Map.entry("search, empty", Pages.search(search(""))),
        Map.entry("recount", Pages.recount(recount())),
        Map.entry("flows", Pages.flows(flows())),
        Map.entry("ranking", Pages.ranking(ranking())),
        Map.entry("analytics", Pages.analytics(analytics())),
        Map.entry("about", Pages.about(about())),
        Map.entry("verify", Pages.verify(verify(entryLink(17)))),
        Map.entry("verify, not recorded", Pages.verify(verify(null))),
        Map.entry("data", Pages.data(data("lepta.example+0a1b2c3d+AbCd"))),
        Map.entry("data, not signed", Pages.data(data(null))),
        Map.entry("error", Pages.error(error())));
  }

  OverviewPage overview() {
    return new OverviewPage(
        frame(texts.text("overview.heading"), "/", Section.OVERVIEW, 3),
        List.of(attested(null, "clean", null, true)),
        List.of(
            headline("GBP", "1284500", "903250.5", "861100.25", "381249.5"),
            headline("RUB", "48250000", "31000000", "29815340.75", "17250000")),
        List.of(
            new HeadlineTotals(
                "GBP",
                List.of(
                    figure(FigureName.RECEIVED, "GBP", "22090799"),
                    figure(FigureName.AWARDED, "GBP", "180206900.23"),
                    figure(FigureName.PAID_OUT, "GBP", "60860091.5002")),
                money("GBP", "2000000"))),
        List.of(ExceptionTables.of(language).counted(ExceptionRule.LATE, 3, path("/exceptions"))),
        links.allFlows(path("/flows")),
        fundRows(),
        links.allFunds(path("/funds")),
        payments(10),
        links.allPayments(path("/disbursements")));
  }

  ListPage funds() {
    Filters filters = Filters.of(language);
    return new ListPage(
        frame(texts.text("table.funds"), "/funds", Section.FUNDS, 3),
        texts.text("table.funds"),
        null,
        path("/funds"),
        "12",
        List.of(
            filters.organisation("GB-CHC-1062638"),
            filters.unit(List.of("GBP", "EUR", "RUB"), "GBP"),
            filters.mode(null)),
        List.of(
            new ActiveFilter(texts.text("facet.organisation"), "GB-CHC-1062638", "/funds"),
            new ActiveFilter(texts.text("filter.unit"), "GBP", "/funds")),
        List.of(
            filters.years(
                List.of(
                    new Facet.Choice("2026", "1,204", path("/funds?from=2026-01-01"), false),
                    new Facet.Choice("2025", "77", path("/funds"), true))),
            filters.organisations(
                List.of(
                    new Facet.Choice(
                        "Warm Pier Foundation", "9", path("/funds?organisation=a"), false),
                    new Facet.Choice(
                        "Bridge & Lantern Trust", "3", path("/funds?organisation=b"), false)),
                false)),
        Tables.of(language).funds(fundRows()),
        List.of(filters.turned(false, false, path("/funds?order=asc"))),
        null,
        path("/funds?after=bXk"),
        path("/funds.csv?unit=GBP"),
        "/api/v1/funds?unit=GBP");
  }

  ListPage emptyGrants() {
    return new ListPage(
        frame(texts.text("table.grants"), "/grants", Section.GRANTS, 400),
        texts.text("table.grants"),
        texts.text("fund.matchNote"),
        path("/grants"),
        null,
        List.of(
            Filters.of(language).otherSide(OtherSide.RECEIVES, ""), Filters.of(language).from("")),
        List.of(),
        List.of(),
        Tables.of(language).grants(List.of()),
        List.of(Filters.of(language).turned(false, true, path("/grants"))),
        path("/grants"),
        null,
        path("/grants.csv"),
        "/api/v1/grants");
  }

  ListPage entries() {
    Filters filters = Filters.of(language);
    EntryRow payment =
        new EntryRow(
            entryLink(4101),
            day(11, 5),
            EntryKind.PASS_ON,
            fundLink(0),
            org(1),
            money("GBP", "30000"),
            org(0));
    EntryRow note = new EntryRow(entryLink(12), null, EntryKind.MEMBER, null, null, null, org(0));
    return new ListPage(
        frame(texts.text("kinds.all"), "/entries", null, 3),
        texts.text("kinds.all"),
        null,
        path("/entries"),
        null,
        List.of(filters.minAmount("100"), filters.maxAmount("")),
        List.of(),
        List.of(),
        Tables.of(language)
            .entries(List.of(payment, note))
            .sortable(word ->
                new Sorting(
                    word.equals("date") ? "descending" : null, path("/entries?sort=" + word))),
        List.of(filters.turned(false, false, path("/entries?order=asc"))),
        null,
        null,
        path("/entries.csv"),
        "/api/v1/entries");
  }

  ListPage organisations() {
    String heading = texts.text(EntryKind.ORGANISATION.pluralKey());
    return new ListPage(
        frame(heading, "/organisations", null, 3),
        heading,
        null,
        path("/organisations"),
        null,
        List.of(),
        List.of(),
        List.of(),
        Tables.of(language)
            .organisations(List.of(new OrganisationRow(org(1), entryLink(7), org(0)))),
        List.of(Filters.of(language).turned(false, false, path("/organisations?order=asc"))),
        null,
        null,
        path("/organisations.csv"),
        "/api/v1/organisations");
  }

  FundPage fund() {
    Map<Term, String> terms =
        Map.of(
            Term.OPENED, "12000",
            Term.DONATED, "1284500",
            Term.INCOME, "3120.5",
            Term.RETURNED, "4000",
            Term.REFUNDED, "250",
            Term.OUTSTANDING, "120000",
            Term.RELEASED, "18000",
            Term.DISBURSED, "861100.25",
            Term.SPENT, "41720.75");
    Reconciliation account =
        Reconciliation.of(
            language, "GBP", FundMode.MANAGED, terms, "262549.5", term -> path("/recount"));
    return fund(
        FundMode.MANAGED,
        new FundPage.UnitAccount(
            headline("GBP", "1299620.5", "999100.25", "902821", "396799.5"),
            account,
            split("120100", "402000.25", "289000", "50000"),
            split("41720.75", "0", "0", "0")));
  }

  FundPage reportedFund() {
    Map<Term, String> terms =
        Map.of(Term.DONATED, "19000000", Term.OUTSTANDING, "0", Term.DISBURSED, "19000000.0002");
    return fund(
        FundMode.REPORTED,
        new FundPage.UnitAccount(
            headline("GBP", "19000000", "0", "19000000.0002", "0"),
            Reconciliation.of(
                language, "GBP", FundMode.REPORTED, terms, "-0.0002", term -> path("/recount")),
            split("19000000.0002", "0", "0", "0"),
            split("0", "0", "0", "0")));
  }

  private FlowPicture flowPicture() {
    return new FlowPicture(
        FundMode.MANAGED,
        fundName(0),
        money("GBP", "1000"),
        List.of(
            stream(FlowRole.GIVER, org(0).name(), org(0).href(), "700"),
            stream(FlowRole.UNNAMED_GIVERS, name("Givers not named", "Не названы"), null, "300")),
        List.of(
            stream(FlowRole.RECIPIENT, org(1).name(), org(1).href(), "640"),
            stream(FlowRole.SPENT_RUNNING, name("Running costs", "Содержание"), null, "0.01"),
            stream(FlowRole.OUTSTANDING, name("Promised", "Обещано"), null, "259.99"),
            stream(FlowRole.FREE, name("Not yet used", "Ещё не использовано"), null, "100")));
  }

  private FlowStream stream(FlowRole role, String label, @Nullable String href, String amount) {
    return new FlowStream(
        role, label, href, money("GBP", amount), Share.of(language, amount, "1000"), "12");
  }

  FlowsPage flows() {
    return new FlowsPage(
        frame(texts.text("flows.heading"), "/flows", Section.FLOWS, 3),
        new Link(fundName(0), path("/funds/x")),
        "GBP",
        List.of(new Link("EUR", path("/flows?unit=EUR"))),
        List.of(
            new FlowsPage.WithRankings(
                flowPicture(),
                List.of(new Link(texts.label(Ranking.PAID), path("/flows?side=paid"))))),
        links.analytics(path("/analytics")));
  }

  ExceptionsPage exceptions() {
    ExceptionTables tables = ExceptionTables.of(language);
    ExceptionRow row =
        new ExceptionRow(
            entryLink(17),
            EntryKind.DISBURSEMENT,
            null,
            new Link(fundName(0), path("/funds/x")),
            org(1),
            money("GBP", "640"));
    return new ExceptionsPage(
        frame(tables.heading(), "/exceptions", Section.EXCEPTIONS, 3),
        List.of(
            new ExceptionGroup(
                ExceptionRule.UNCONFIRMED,
                List.of(tables.sum(FundMode.MANAGED, 21, money("GBP", "640"))),
                tables.rows(ExceptionRule.UNCONFIRMED, List.of(row)),
                tables.all(path("/exceptions?rule=unconfirmed"))),
            new ExceptionGroup(
                ExceptionRule.CONFLICTING,
                List.of(),
                tables.disputes(
                    List.of(
                        new ExceptionTables.Dispute(
                            new Link(fundName(0), path("/funds/x")),
                            org(1),
                            money("GBP", "640"),
                            money("GBP", "600"),
                            money("GBP", "40")))),
                null)),
        path("/exceptions?rule=late"));
  }

  ChangesPage changes() {
    ChangeTables tables = ChangeTables.of(language);
    return new ChangesPage(
        frame(tables.heading(), "/changes", null, 3),
        tables.days(
            List.of(
                new DayRow(
                    new Link(day(3, 14).text(), path("/changes/2026-03-14")),
                    "12",
                    "1",
                    "0",
                    "184"))),
        path("/changes?before=2026-03-14"),
        path("/changes/feed.atom"));
  }

  DayPage day(List<ChangeRow> changes) {
    ChangeTables tables = ChangeTables.of(language);
    return new DayPage(
        frame(tables.ofDay(day(3, 14)), "/changes/2026-03-14", null, 3),
        tables.ofDay(day(3, 14)),
        tables.summary(12, 1, 1, "184"),
        tables.sums(
            List.of(
                new DaySumRow(EntryKind.DONATION, FundMode.MANAGED, "11", money("GBP", "1284.5")),
                new DaySumRow(EntryKind.CONFIRMATION, null, "1", null))),
        tables.changes(changes),
        changes.isEmpty() ? null : path("/changes/2026-03-14?from=17"),
        List.of(tables.figuresThen(path("/flows?at=184")), links.api("/api/v1/changes/2026-03-14")),
        new Link(day(3, 12).text(), path("/changes/2026-03-12")),
        null);
  }

  private ChangeRow correction() {
    return new ChangeRow(
        entryLink(17),
        EntryKind.CORRECTION,
        false,
        fundLink(0),
        List.of(new ChangeRow.Part(Term.DONATED, money("GBP", "-30"))),
        day(3, 2),
        entryLink(12),
        new Link(day(3, 3).text(), path("/changes/2026-03-03")));
  }

  private ChangeRow lateGift() {
    return new ChangeRow(
        entryLink(18),
        EntryKind.DONATION,
        true,
        fundLink(1),
        List.of(new ChangeRow.Part(Term.DONATED, money("GBP", "5"))),
        null,
        null,
        null);
  }

  SearchPage search(String q) {
    SearchTables tables = SearchTables.of(language);
    return new SearchPage(
        frame(tables.heading(), "/search", null, 3),
        q,
        q.isEmpty(),
        q.isEmpty() ? null : path("/grants?q=x"),
        q.isEmpty()
            ? List.of()
            : List.of(tables.organisations(List.of(org(0), org(1))), tables.funds(fundRows())));
  }

  RecountPage recount() {
    return new RecountPage(
        frame(texts.text("recount.heading"), "/recount", Section.FUNDS, 3),
        new Link(fundName(0), path("/funds/x")),
        Term.DONATED,
        money("GBP", "1284500"),
        "12,143",
        "/api/v1/recount.csv?fund=x",
        path("/entries?fund=x"));
  }

  RankingPage ranking() {
    return new RankingPage(
        frame(texts.label(Ranking.PAID), "/flows", Section.FLOWS, 3),
        links.flows(path("/flows")),
        flowPicture().outs(),
        path("/flows?side=paid&after=x"));
  }

  AnalyticsPage analytics() {
    AnalyticsTables tables = AnalyticsTables.of(language);
    Link fund = new Link(fundName(0), path("/funds/x"));
    return new AnalyticsPage(
        frame(texts.text("analytics.heading"), "/analytics", Section.FLOWS, 3),
        null,
        "GBP",
        List.of(),
        List.of(
            new AnalyticsPage.Part(
                FlowWords.of(language).of(FundMode.REPORTED, fundName(0)),
                tables.years(
                    List.of(
                        new AnalyticsTables.Year(
                            "2026",
                            money("GBP", "1000"),
                            money("GBP", "900"),
                            money("GBP", "640"),
                            money("GBP", "0")))),
                tables.programmes(
                    List.of(
                        new AnalyticsTables.Programme(
                            fund, money("GBP", "1000"), money("GBP", "900"), money("GBP", "640")))),
                tables.sizes(
                    List.of(
                        new AnalyticsTables.Size(
                            FlowWords.of(language)
                                .between(money("GBP", "100"), money("GBP", "999")),
                            "12",
                            money("GBP", "900"),
                            Share.of(language, "900", "1000")))),
                tables.waits(
                    List.of(
                        new AnalyticsTables.Waited(
                            GiftDays.QUARTER,
                            money("GBP", "640"),
                            Share.of(language, "640", "640")))),
                List.of(
                    FlowWords.of(language)
                        .largest(Ranking.PAID, Share.of(language, "640", "1000"), fundName(1))))),
        links.flows(path("/flows")));
  }

  OrganisationPage organisation() {
    return new OrganisationPage(
        frame(name("Northern Relief Trust", "Фонд «Северная помощь»"), "/organisations/x", null, 0),
        List.of(
            PublicText.of(name("Northern Relief Trust", "Фонд «Северная помощь»")),
            PublicText.of(id("NORTHERN RELIEF TRUST (THE)"))),
        id("GB-CHC-1062638"),
        List.of(Role.FUNDER, Role.GRANTEE, Role.MEMBER),
        List.of(attested(fundName(0), "qualified", name("Keeper", "Хранитель"), true)),
        List.of(headline("GBP", "1284500", "903250.5", "861100.25", "381249.5")),
        List.of(headline("EUR", "125074", "0", "125074", "0")),
        List.of(
            new HeadlineTotals("GBP", List.of(figure(FigureName.RECEIVED, "GBP", "52000")), null)),
        links.allFlows(path("/flows?organisation=x")),
        fundRows(),
        grants(4),
        links.allGrants(path("/grants?organisation=x")),
        grants(1),
        links.allGrants(path("/grants?recipient=x")));
  }

  GrantPage grant() {
    return new GrantPage(
        frame(
            name("Clean water in three villages", "Чистая вода в трёх сёлах"),
            "/grants/g-12",
            Section.GRANTS,
            3),
        PublicText.of(name("Clean water in three villages", "Чистая вода в трёх сёлах")),
        id("GB-CHC-1062638/grants/2026-012"),
        org(0),
        org(1),
        fundLink(0),
        FundMode.MANAGED,
        day(3, 14),
        List.of(
            figure(FigureName.AWARDED, "GBP", "48000"),
            figure(FigureName.OUTSTANDING, "GBP", "12000"),
            figure(FigureName.RELEASED, "GBP", "6000"),
            figure(FigureName.DISBURSED, "GBP", "30000"),
            figure(FigureName.RETURNED, "GBP", "0"),
            figure(FigureName.SPENT_BY_GRANTEE, "GBP", "21250.4"),
            figure(FigureName.PASSED_ON, "GBP", "4000"),
            figure(FigureName.HELD, "GBP", "4749.6"),
            figure(FigureName.CONFIRMED, "GBP", "30000")),
        Share.of(language, "30000", "48000"),
        List.of(fields.purpose(new PublicText.NotHeld())),
        List.of(
            new TrancheRow("1", money("GBP", "30000"), day(4, 1), List.of(), TrancheState.PAID),
            new TrancheRow(
                "2",
                money("GBP", "6000"),
                day(9, 1),
                List.of(name("First wells attested", "Первые колодцы приняты")),
                TrancheState.RELEASED),
            new TrancheRow(
                "3",
                money("GBP", "12000"),
                null,
                List.of(
                    name("Confirmation of tranche 2", "Подтверждение части 2"),
                    name("Spending report present", "Есть отчёт о расходах")),
                TrancheState.WAITING)),
        payments(2),
        List.of(
            new ConfirmationRow(
                entryLink(4120), day(4, 9), org(1), money("GBP", "30000"), entryLink(4101))),
        List.of(
            new AmendmentRow(
                entryLink(4300),
                day(6, 2),
                MoneyFormat.formatChange(language, "GBP", "-2000"),
                new PublicText.Withdrawn(day(8, 1)),
                org(0))),
        List.of(),
        org(0),
        org(0),
        List.of(entryLink(77)),
        entryLink(4012));
  }

  DonationPage donation() {
    return new DonationPage(
        frame(texts.text("kind.donation"), "/donations/d-7", Section.DONATIONS, 3),
        id("GB-CHC-1062638/01JC3Q8T5V9W2X4Y6Z8A0B1C2D"),
        money("GBP", "500"),
        day(2, 11),
        fundLink(0),
        new Party.Unnamed(),
        List.of(EntryFlag.LATE),
        life(),
        trail(),
        org(0),
        org(0),
        List.of(entryLink(4301)),
        Links.of(language).gift(3977),
        List.of(entryLink(12)),
        entryLink(3977),
        HashText.of(HASH));
  }

  ReceiptPage receipt() {
    String path = "/r/00000000000pkbae907zq3cvyqt6g8fz";
    return new ReceiptPage(
        frame(texts.text("receipt.kicker"), path, Section.DONATIONS, 3),
        money("GBP", "500"),
        day(2, 11),
        fundLink(0),
        Links.of(language).publicPage("/donations/d-7"),
        List.of(EntryFlag.LATE),
        life(),
        trail(),
        Links.of(language).gift(3977),
        "ab".repeat(32),
        entryLink(3977),
        HashText.of(HASH),
        "https://ledger.example" + path,
        new QrCode(3, "M1 0h2v1H1z"));
  }

  private DonationTrail trail() {
    return new DonationTrail(
        List.of(
            figure(FigureName.SPENT, "GBP", "340"),
            figure(FigureName.WAITING, "GBP", "150"),
            figure(FigureName.REFUNDED, "GBP", "10")),
        Share.of(language, "340", "500"),
        List.of(
            fees(),
            step(3, TrailAction.FEE, new Party.NotStated(), "10", EvidenceStep.TIED_TO_BANK, null),
            step(4, TrailAction.PAID, org(1), "230", EvidenceStep.AUDITED, null),
            step(9, TrailAction.PAID, org(2), "100", EvidenceStep.STATED, null),
            step(
                10,
                TrailAction.REENTERED,
                org(1),
                "10",
                null,
                name(
                    "Origin: returned by the grantee on 2 October 2026.",
                    "Откуда: возврат получателя от 2 октября 2026 г."))),
        money("GBP", "0.5"),
        money("GBP", "150"),
        Lens.PROPORTIONAL,
        List.of(
            new LensChoice(Lens.FIRST_IN_FIRST_OUT, true, path("/donations/d-1")),
            new LensChoice(Lens.PROPORTIONAL, false, path("/donations/d-1?lens=proportional"))),
        name("November 2026", "ноября 2026\u00a0г."),
        Links.of(language).trailApi("/api/v1/trails/donations/d-1"));
  }

  EntryPage entry() {
    Amount amount = money("GBP", "30000");
    String canonical =
        "{\"amount\":\"30000\",\"fund\":\""
            + id("GB-CHC-1062638/water")
            + "\",\"happenedOn\":\"2026-04-08\",\"id\":\"disbursement:"
            + id("p-881")
            + "\",\"kind\":\"disbursement\",\"postings\":[[\"released\",\"-30000\"],"
            + "[\"held\",\"30000\"]],\"statedBy\":\"GB-CHC-1062638\",\"unit\":\"GBP\",\"v\":1}";
    return new EntryPage(
        frame(texts.text("entry.kicker", "4101"), "/entries/4101", null, 3),
        "4101",
        EntryKind.DISBURSEMENT,
        Sentences.entry(language, EntryKind.DISBURSEMENT, day(4, 8), amount, fundName(0), org(1)),
        List.of(EntryFlag.LATE, EntryFlag.WITHOUT_RELEASE),
        List.of(
            fields.id(id("disbursement:GB-CHC-1062638/p-881")),
            fields.amount(amount),
            fields.happenedOn(day(4, 8)),
            fields.bookedOn(null),
            fields.fund(fundLink(0)),
            fields.grant(new Link(id("2026-012"), path("/grants/g-12"))),
            fields.otherSide(org(1)),
            fields.evidence(EvidenceStep.CONFIRMED)),
        new PaidFrom(
            texts.text("paidFrom.firstInFirstOut"),
            List.of(
                new PaidFrom.Row(
                    money("GBP", "20000"),
                    texts.text("paidFrom.giver", name("Water Trust", "Водный фонд")),
                    entryLink(12)),
                new PaidFrom.Row(money("GBP", "9900"), name("12 gifts", "12 пожертвований"), null),
                new PaidFrom.Row(money("GBP", "100"), texts.text("paidFrom.uncovered"), null))),
        List.of(
            new Posting("F:released", MoneyFormat.formatChange(language, "GBP", "-30000")),
            new Posting("G:held", MoneyFormat.formatChange(language, "GBP", "30000"))),
        List.of(
            new Posting("F:released", money("GBP", "18000")),
            new Posting("G:held", money("GBP", "30000"))),
        org(0),
        org(0),
        fields.position(5120, 2, 17),
        null,
        List.of(entryLink(5210)),
        new Source(HashText.of(HASH), id("payments.csv, line 18"), true),
        List.of(
            new EntryText(
                texts.text("field.purpose"),
                PublicText.of(name("Second payment for wells", "Второй платёж за колодцы")),
                HashText.of(HASH)),
            new EntryText(
                texts.text("column.reason"),
                new PublicText.Withdrawn(day(8, 1)),
                HashText.of(HASH))),
        life(),
        canonical,
        HashText.of(HASH),
        links.api("/api/v1/entries/4101"),
        links.receipt(4101),
        path("/entries/4100"),
        path("/entries/4102"));
  }

  VerifyPage verify(@Nullable Link entry) {
    return new VerifyPage(
        frame(texts.text("verify.heading"), "/verify", null, 0),
        "/verify/lepta-verify.html",
        "lepta-verify.html",
        "d04b98f48e8f8bcc15c6ae5ac050801cd6dcfd428fb5f9e65c4e16e7807340fa",
        entry);
  }

  DataPage data(@Nullable String vkey) {
    return new DataPage(
        frame(texts.text("data.heading"), "/data", null, 0),
        List.of("leafIndex", "id", "texts.name"),
        List.of(new Link("grants.csv", "/api/v1/grants.csv")),
        vkey);
  }

  AboutPage about() {
    ServerFields server = ServerFields.of(language);
    String root = "3f9a1c52e8b74d06a1f25c9e0b6d8374ef12a5b9c07d4e6813fa92b5d0c7e841";
    return new AboutPage(
        frame(texts.text("about.heading"), "/about", null, 0),
        List.of(server.alarm("LOG_OTHERS_DIFFER")),
        server.server(org(1), true, true, new ServerFields.Named(root, 0, path("/entries/0"))),
        log(server, root),
        List.of(
            other("https://north.example.org", Agreement.AGREES, ""),
            other("https://south.example.org", Agreement.BEHIND, server.itsBlocks(5121)),
            other("https://audit.example.org", Agreement.DIFFERS, server.differs(4711, 183001L)),
            other("https://other.example.org", Agreement.UNREACHABLE, server.trouble("TOO_SLOW"))));
  }

  private List<Field> log(ServerFields server, String root) {
    List<Field> fields =
        new ArrayList<>(
            server.log(
                new ServerFields.Log("log.example.org/gifts", 5124, 184213, root),
                "log.example.org/gifts+0a1b2c3d+ATEuPz0tL2dHt4yPqf1m0Cq7w2mS5vE8tJb3nXk9RcYh",
                false,
                184200,
                37));
    fields.add(
        server.formerKey(
            "log.example.org/gifts+5e6f7a8b+AV8kQd0yJm3uRz7bWq1t4Yp6Ls2cXv9eNh5oGa0iBfKj", 90210));
    fields.add(server.cosigned(184000));
    Instant at = Instant.parse("2026-11-05T09:14:07Z");
    fields.add(server.witness(hostile == null ? "library" : hostile, 184000, at, false));
    fields.add(server.witness("auditor", 0, null, true));
    return fields;
  }

  private OtherRow other(String address, Agreement agreement, String note) {
    return new OtherRow(
        new Cell.Linked(new Link(hostile == null ? address : hostile, address + "/")),
        agreement,
        CountFormat.number(language, 5121),
        CountFormat.number(language, 184213),
        DateFormat.moment(language, Instant.parse("2026-11-05T09:14:07Z")),
        note);
  }

  ErrorPage error() {
    return new ErrorPage(
        frame(texts.label(ErrorPage.Problem.NOT_FOUND), "/entries/999999", null, -1),
        ErrorPage.Problem.ofStatus(404),
        "ENTRY_NOT_FOUND",
        hostile,
        "01JC3Q8T5V9W2X4Y6Z8A",
        List.of(links.allFunds(path("/funds")), links.allGrants(path("/grants"))));
  }

  private Notice attested(
      @Nullable String of, String result, @Nullable String recorder, boolean ofThisLog) {
    String auditor = name("Northern Auditors", "Северный аудит");
    return new Attested(of, auditor, recorder, 12_143, day(3, 31), result, ofThisLog, 12_200)
        .notice(language);
  }

  private FundPage fund(FundMode mode, FundPage.UnitAccount account) {
    return new FundPage(
        frame(fundName(0), "/funds/GB-CHC-1062638~2fwater", Section.FUNDS, 3),
        List.of(
            PublicText.of(fundName(0)),
            new PublicText.Shown(
                language == Language.RU ? "Water for villages" : "Вода для сёл",
                language == Language.RU ? "en" : "ru")),
        id("GB-CHC-1062638/water"),
        org(0),
        mode,
        List.of(
            attested(fundName(0), "adverse", null, true),
            attested(fundName(0), "clean", null, false)),
        List.of(
            fields.restriction(Restriction.RESTRICTED),
            fields.purpose(PublicText.of(name("Drinking water", "Питьевая вода"))),
            fields.units(List.of("GBP", "h")),
            fields.lens(Lens.FIRST_IN_FIRST_OUT),
            fields.recordingLimit(7, 5),
            fields.approvalsNeeded(
                List.of(fields.approvals(2, money("GBP", "10000")), fields.approvals(3, null)))),
        List.of(account),
        flowPicture(),
        links.allFlows(path("/flows?fund=x")),
        moneyIn(5),
        links.allMoneyIn(path("/donations?fund=x")),
        payments(5),
        links.allPayments(path("/disbursements?fund=x")),
        grants(3),
        links.allGrants(path("/grants?fund=x")),
        List.of(
            match(0, "30000", "30000", null, MatchState.EXACT),
            match(1, "18000", "17500", "500", MatchState.CONFLICTING),
            match(2, "6000", null, null, MatchState.ONE_SIDED)),
        List.of(match(0, "9000", "9000", null, MatchState.NEAR)),
        List.of(correctionRow()),
        path("/entries.csv?fund=x"));
  }

  private CorrectionRow correctionRow() {
    return new CorrectionRow(
        entryLink(5210),
        day(10, 3),
        entryLink(5104),
        name("wrong amount", "неверная сумма"),
        MoneyFormat.formatChange(language, "GBP", "-120"),
        org(0));
  }

  private MatchRow match(
      int party,
      String here,
      @Nullable String there,
      @Nullable String difference,
      MatchState state) {
    return new MatchRow(
        org(party),
        money("GBP", here),
        there == null ? null : money("GBP", there),
        difference == null ? null : money("GBP", difference),
        state,
        entryLink(4400 + party));
  }

  private List<LifeStep> life() {
    return List.of(
        new LifeStep(LifeState.SUBMITTED, true, null),
        new LifeStep(
            LifeState.COMMITTED, true, DateFormat.day(language, LocalDate.of(2026, 4, 8)).text()),
        new LifeStep(LifeState.INTEGRATED, true, null),
        new LifeStep(LifeState.PUBLISHED, true, null),
        new LifeStep(LifeState.COSIGNED, false, fields.waiting(42)),
        new LifeStep(LifeState.ANCHORED, false, fields.waiting(3725)));
  }

  private TrailStep step(
      int month,
      TrailAction action,
      Party to,
      String amount,
      @Nullable EvidenceStep evidence,
      @Nullable String origin) {
    return new TrailStep(
        day(month, 8),
        action,
        to,
        money("GBP", amount),
        Share.of(language, amount, "500"),
        evidence,
        entryLink(4000 + month),
        origin,
        null);
  }

  private TrailStep fees() {
    return new TrailStep(
        day(2, 1),
        TrailAction.FEE,
        new Party.NotStated(),
        money("GBP", "3.5"),
        Share.of(language, "3.5", "500"),
        EvidenceStep.STATED,
        Links.of(language).fees(language.path("/fees")),
        null,
        new TrailStep.Several(CountFormat.phrase(language, "count.entries", 7), day(2, 28)));
  }

  private List<FundRow> fundRows() {
    return List.of(
        fundRow(0, FundMode.MANAGED, "GBP", "1284500", "903250.5", "861100.25", "262549.5"),
        fundRow(1, FundMode.MANAGED, "RUB", "48250000", "31000000", "29815340.75", "17250000"),
        fundRow(2, FundMode.REPORTED, "GBP", "19000000", "0", "19000000.0002", null),
        fundRow(3, FundMode.MANAGED, "h", "1250.5", "800", "640.25", "450.5"));
  }

  private FundRow fundRow(
      int i,
      FundMode mode,
      String unit,
      String in,
      String awarded,
      String out,
      @Nullable String free) {
    return new FundRow(
        fundLink(i),
        org(i % 3),
        mode,
        money(unit, in),
        money(unit, awarded),
        money(unit, out),
        free == null ? null : money(unit, free),
        i == 2 ? null : day(11, 5));
  }

  private List<PaymentRow> payments(int count) {
    List<PaymentRow> rows =
        List.of(
            payment(5, EntryKind.DISBURSEMENT, org(1), "30000", EvidenceStep.AUDITED),
            payment(4, EntryKind.DISBURSEMENT, org(2), "1250.5", EvidenceStep.TIED_TO_BANK),
            payment(3, EntryKind.FEE, new Party.NotStated(), "12.35", EvidenceStep.STATED),
            payment(2, EntryKind.DISBURSEMENT, new Party.Unnamed(), "420", EvidenceStep.CONFIRMED),
            payment(1, EntryKind.DISBURSEMENT, org(0), "118000.75", EvidenceStep.STATED));
    return java.util.stream.IntStream.range(0, count).mapToObj(i -> rows.get(i % 5)).toList();
  }

  private PaymentRow payment(
      int d, EntryKind kind, Party to, String amount, EvidenceStep evidence) {
    return new PaymentRow(
        entryLink(4100 + d),
        day(11, d),
        kind,
        fundLink(d % 4),
        to,
        money("GBP", amount),
        evidence,
        d == 3 ? null : new Link(id("2026-01" + d), path("/grants/g-1" + d)));
  }

  private List<MoneyInRow> moneyIn(int count) {
    List<MoneyInRow> rows =
        List.of(
            new MoneyInRow(
                entryLink(4099),
                day(11, 4),
                EntryKind.DONATION,
                fundLink(0),
                new Party.Unnamed(),
                money("GBP", "25")),
            new MoneyInRow(
                entryLink(4090),
                day(11, 2),
                EntryKind.DONATION,
                fundLink(0),
                org(2),
                money("GBP", "50000")),
            new MoneyInRow(
                entryLink(4085),
                null,
                EntryKind.INCOME,
                fundLink(0),
                new Party.NotStated(),
                money("GBP", "311.09")));
    return java.util.stream.IntStream.range(0, count).mapToObj(i -> rows.get(i % 3)).toList();
  }

  private List<GrantRow> grants(int count) {
    List<GrantRow> rows =
        List.of(
            new GrantRow(
                new Link(id("2026-012"), path("/grants/g-12")),
                PublicText.of(name("Clean water in three villages", "Чистая вода в трёх сёлах")),
                org(1),
                fundLink(0),
                day(3, 14),
                money("GBP", "48000"),
                money("GBP", "30000")),
            new GrantRow(
                new Link(id("2026-009"), path("/grants/g-9")),
                new PublicText.NotStated(),
                new Party.Unnamed(),
                fundLink(0),
                null,
                money("GBP", "1200"),
                money("GBP", "1200")));
    return java.util.stream.IntStream.range(0, count).mapToObj(i -> rows.get(i % 2)).toList();
  }

  private HeadlineTotals headline(String unit, String in, String awarded, String out, String rest) {
    return new HeadlineTotals(
        MoneyFormat.unitName(language, unit),
        List.of(
            figure(FigureName.RECEIVED, unit, in),
            figure(FigureName.AWARDED, unit, awarded),
            figure(FigureName.PAID_OUT, unit, out),
            figure(FigureName.NOT_YET_SPENT, unit, rest)),
        null);
  }

  private EvidenceSplit split(String stated, String confirmed, String tied, String audited) {
    return EvidenceSplit.of(
        language,
        "GBP",
        Map.of(
            EvidenceStep.STATED, stated,
            EvidenceStep.CONFIRMED, confirmed,
            EvidenceStep.TIED_TO_BANK, tied,
            EvidenceStep.AUDITED, audited));
  }

  private PageFrame frame(String title, String path, @Nullable Section section, long lagSeconds) {
    return new PageFrame(
        language,
        title,
        texts.text("overview.lead"),
        path,
        path.equals("/funds") ? "?unit=GBP" : "",
        section,
        lagSeconds < 0 ? null : Freshness.of(language, 5123, 184213, lagSeconds),
        null,
        path.equals("/flows") ? asKnown(path) : null,
        new Preview("https://ledger.example.org", path.startsWith("/donations/")));
  }

  private AsKnown asKnown(String path) {
    return new AsKnown(
        links.permanent("12", path(path + "?at=12")),
        new AsKnown.Then(
            links.then("12", path(path)),
            Tables.of(language).correctionsSince(List.of(correctionRow())),
            links.correctionsSince(path("/corrections?since=12"))));
  }

  private Party.Organisation org(int i) {
    List<String> names =
        List.of(
            name("Northern Relief Trust", "Фонд «Северная помощь»"),
            name("Wellspring Cooperative", "Кооператив «Родник»"),
            name(
                "The Association for Rural Schools and Libraries of the Upper Valley",
                "Ассоциация сельских школ и библиотек Верхней долины"));
    return new Party.Organisation(
        names.get(i), id("GB-CHC-106263" + i), path("/organisations/GB-CHC-106263" + i));
  }

  private String fundName(int i) {
    return List.of(
            name("Water for villages", "Вода для сёл"),
            name("Winter heating appeal", "Тёплая зима"),
            name("General fund", "Общий фонд"),
            name("Volunteer hours", "Часы добровольцев"))
        .get(i);
  }

  private Link fundLink(int i) {
    return new Link(fundName(i), path("/funds/f-" + i));
  }

  private Link entryLink(long leafIndex) {
    return links.entry(leafIndex);
  }

  private String name(String en, String ru) {
    return hostile != null ? hostile : language == Language.RU ? ru : en;
  }

  private String id(String id) {
    return hostile != null ? hostile : id;
  }

  private String path(String page) {
    return language.path(page);
  }

  private DateText day(int month, int day) {
    return DateFormat.day(language, LocalDate.of(2026, month, day));
  }

  private Amount money(String unit, String decimal) {
    return MoneyFormat.format(language, unit, decimal);
  }

  private Figure figure(FigureName name, String unit, String decimal) {
    return new Figure(name, money(unit, decimal));
  }
}
