package org.lepta.service.explorer.page;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.indexing.Contribution;
import org.lepta.service.indexing.Measure;
import org.lepta.service.indexing.read.Days;
import org.lepta.service.indexing.read.Days.Change;
import org.lepta.service.indexing.read.Days.Day;
import org.lepta.service.indexing.read.Days.DaySum;
import org.lepta.service.indexing.read.ReadCode;
import org.lepta.ui.Pages;
import org.lepta.ui.format.Amount;
import org.lepta.ui.format.CountFormat;
import org.lepta.ui.format.DateFormat;
import org.lepta.ui.format.MoneyFormat;
import org.lepta.ui.page.ChangesPage;
import org.lepta.ui.page.DayPage;
import org.lepta.ui.text.Labelled;
import org.lepta.ui.text.Language;
import org.lepta.ui.view.ChangeRow;
import org.lepta.ui.view.ChangeTables;
import org.lepta.ui.view.DayRow;
import org.lepta.ui.view.DaySumRow;
import org.lepta.ui.view.FigureName;
import org.lepta.ui.view.Link;
import org.lepta.ui.view.Term;

/** Makes the pages that tell what changed, day by day. */
class ChangesPages {

  private static final String PATH = "/" + PagePaths.CHANGES;
  private static final int DAYS = 50;
  private static final int CHANGES = 50;

  private final Sources sources;

  ChangesPages(Sources sources) {
    this.sources = sources;
  }

  /** The address of a day's page without its language. */
  static String path(LocalDate day) {
    return PATH + "/" + day;
  }

  /**
   * The list of days.
   *
   * @param before days before this one; null for the newest
   */
  String html(Standing standing, Language language, @Nullable LocalDate before) {
    ChangeTables tables = ChangeTables.of(language);
    List<Day> days = sources.days().newest(null, before, DAYS + 1);
    List<Day> shown = days.size() > DAYS ? days.subList(0, DAYS) : days;
    return Pages.changes(
        new ChangesPage(
            Frames.of(
                standing,
                language,
                tables.heading(),
                tables.lead(),
                PATH,
                before == null ? "" : "?before=" + before,
                null),
            tables.days(shown.stream().map(day -> row(language, day)).toList()),
            days.size() > DAYS ? language.path(PATH) + "?before=" + shown.getLast().date() : null,
            language.path(PATH) + "/feed.atom"));
  }

  private static DayRow row(Language language, Day day) {
    return new DayRow(
        link(language, day.date()),
        CountFormat.number(language, day.size() - day.first()),
        CountFormat.number(language, day.entries(Kind.CORRECTION)),
        CountFormat.number(language, day.late()),
        CountFormat.number(language, day.size()));
  }

  private static Link link(Language language, LocalDate day) {
    return new Link(DateFormat.day(language, day).text(), language.path(path(day)));
  }

  /**
   * A day.
   *
   * @param from leaf index to list changes from; null for all
   * @throws org.lepta.service.kernel.RefusalException with {@link ReadCode#NOT_FOUND} if nothing
   *     was recorded on it
   */
  String day(Standing standing, Language language, LocalDate date, @Nullable Long from) {
    Day day =
        sources
            .days()
            .find(date)
            .orElseThrow(() -> ReadCode.NOT_FOUND.refusal("Nothing was recorded on that day."));
    List<Change> found = sources.days().changes(day, from, CHANGES + 1);
    List<Change> shown = found.size() > CHANGES ? found.subList(0, CHANGES) : found;
    NameBooks wanted = new NameBooks().entries(shown.stream().map(Change::entry).toList());
    View view = new View(language, wanted.lookUp(sources.lookups()));
    ChangeTables tables = ChangeTables.of(language);
    String heading = tables.ofDay(DateFormat.day(language, date));
    Days.Neighbours around = sources.days().around(date);
    return Pages.day(
        new DayPage(
            Frames.of(
                standing,
                language,
                heading,
                summary(language, day),
                path(date),
                from == null ? "" : "?from=" + from,
                null),
            heading,
            summary(language, day),
            tables.sums(day.sums().stream().map(sum -> sum(view, sum)).toList()),
            tables.changes(shown.stream().map(change -> change(view, change)).toList()),
            found.size() > CHANGES
                ? view.path(path(date)) + "?from=" + found.getLast().entry().index()
                : null,
            List.of(
                tables.figuresThen(view.path(Query.asKnown("/", day.size()))),
                view.links().api("/api/v1/changes/" + date)),
            around.before() == null ? null : link(language, around.before()),
            around.behind() == null ? null : link(language, around.behind())));
  }

  /** What a day brought, in a sentence. */
  static String summary(Language language, Day day) {
    return ChangeTables.of(language)
        .summary(
            day.size() - day.first(),
            day.entries(Kind.CORRECTION),
            day.late(),
            CountFormat.number(language, day.size()));
  }

  private static DaySumRow sum(View view, DaySum sum) {
    Days.Moved moved = sum.moved();
    return new DaySumRow(
        Kinds.shown(sum.kind()),
        moved == null ? null : FlowViews.mode(moved.managed()),
        CountFormat.number(view.language(), sum.entries()),
        moved == null ? null : view.money(moved.unit(), moved.amount()));
  }

  private static ChangeRow change(View view, Change change) {
    Days.Target target = change.target();
    LocalDate of = target == null ? change.entry().businessDate() : target.happenedOn();
    String fund = change.entry().fund();
    return new ChangeRow(
        view.entry(change.entry()),
        Kinds.shown(change.entry().kind()),
        change.isLate(),
        fund == null ? null : view.fund(fund),
        change.parts().stream().map(part -> part(view, part)).toList(),
        view.day(of),
        target == null ? null : view.links().entry(target.leaf()),
        target == null ? null : link(view.language(), target.recordedOn()));
  }

  private static ChangeRow.Part part(View view, Contribution part) {
    Amount change =
        MoneyFormat.formatChange(view.language(), part.unit().code(), View.plain(part.amount()));
    return new ChangeRow.Part(figure(part.measure()), change);
  }

  /** The figure of a fund or grant that a measure counts in. */
  private static Labelled figure(Measure measure) {
    return switch (measure) {
      case OPENED -> Term.OPENED;
      case DONATED -> Term.DONATED;
      case INCOME -> Term.INCOME;
      case TRANSFERRED_IN -> Term.TRANSFERRED_IN;
      case TRANSFERRED_OUT -> Term.TRANSFERRED_OUT;
      case EXCHANGED_IN -> Term.EXCHANGED_IN;
      case EXCHANGED_OUT -> Term.EXCHANGED_OUT;
      case REFUNDED -> Term.REFUNDED;
      case AWARDED -> FigureName.AWARDED;
      case RELEASED -> FigureName.RELEASED;
      case PAID_RELEASED, PAID_DIRECT -> Term.DISBURSED;
      case RETURNED -> Term.RETURNED;
      case SPENT_PROGRAMME, SPENT_RUNNING, SPENT_FUNDRAISING, SPENT_FEE -> Term.SPENT;
      case GRANTEE_SPENT_PROGRAMME,
          GRANTEE_SPENT_RUNNING,
          GRANTEE_SPENT_FUNDRAISING,
          GRANTEE_SPENT_FEE ->
          FigureName.SPENT_BY_GRANTEE;
      case PASSED_ON -> FigureName.PASSED_ON;
    };
  }
}
