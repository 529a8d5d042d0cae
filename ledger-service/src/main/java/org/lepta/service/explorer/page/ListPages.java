package org.lepta.service.explorer.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Kind;
import org.lepta.ledger.money.Unit;
import org.lepta.service.indexing.read.EntryQuery;
import org.lepta.service.indexing.read.EntryQuery.Sort;
import org.lepta.service.indexing.read.EntryRecord;
import org.lepta.service.indexing.read.Facets;
import org.lepta.service.indexing.read.JointTotals;
import org.lepta.service.indexing.read.NameFacets;
import org.lepta.service.indexing.read.Page;
import org.lepta.service.indexing.read.Totals;
import org.lepta.ui.Pages;
import org.lepta.ui.page.ListPage;
import org.lepta.ui.page.PageFrame;
import org.lepta.ui.text.Language;
import org.lepta.ui.view.Filter;
import org.lepta.ui.view.Filters;
import org.lepta.ui.view.Link;
import org.lepta.ui.view.OtherSide;
import org.lepta.ui.view.Sorting;
import org.lepta.ui.view.Table;
import org.lepta.ui.view.Tables;

/** Makes the lists of all kinds. */
class ListPages {

  private static final int LINES = 50;

  private final Sources sources;

  ListPages(Sources sources) {
    this.sources = sources;
  }

  /**
   * A page of a list.
   *
   * @param list plural of a kind, or {@link PagePaths#ENTRIES}
   */
  String html(Standing standing, Language language, String list, ListFilters filters) {
    Optional<Kind> kind = Kinds.ofPlural(list);
    EntryQuery query = filters.query(kind.map(Set::of).orElse(Set.of()));
    Page<EntryRecord> page = sources.entries().page(query, filters.after(), LINES);
    Optional<Facets.Counts> counts = sources.facets().of(query);
    NameFacets.Counts names = sources.names().of(query, counts);
    NameBooks needed = needed(page, names, filters);
    if (kind.filter(Kind.ORGANISATION::equals).isPresent()) {
      page.items().forEach(entry -> needed.organisation(entry.id()));
    }
    View view = new View(language, needed.lookUp(sources.lookups()), standing.at());
    String here = "/" + list;
    OtherSide side = Kinds.otherSide(query.kinds());
    String heading =
        view.texts().text(kind.map(k -> Kinds.shown(k).pluralKey()).orElse("kinds.all"));
    SequencedMap<String, String> chosen = filters.values();
    return Pages.list(
        new ListPage(
            new AsKnownFrames(sources, standing, view)
                .of(
                    frame(standing, view, list, heading, filters),
                    filters.query(Set.of(Kind.CORRECTION))),
            heading,
            note(view, kind, filters, counts),
            language.path(here),
            standing.at() == null ? null : standing.at().toString(),
            form(view, kind, side, filters),
            new ChosenFilters(view, side, filters, here).all(),
            new ListFacets(view, filters, here).of(side, counts, names),
            table(view, kind, page.items()).sortable(heads(view, kind, filters, here)),
            orders(view, filters, here),
            filters.after() == null ? null : view.path(here + Query.of(chosen)),
            page.next() == null
                ? null
                : view.path(here + Query.of(filters.with("after", page.next()))),
            view.path(here + PagePaths.CSV + Query.of(chosen)),
            Query.asKnown("/api/v1" + here + Query.of(chosen), standing.at())));
  }

  private static NameBooks needed(
      Page<EntryRecord> page, NameFacets.Counts names, ListFilters filters) {
    NameBooks needed = new NameBooks().entries(page.items()).funds(names.funds().counts().keySet());
    names.organisations().counts().keySet().forEach(needed::organisation);
    names.recipients().counts().keySet().forEach(needed::organisation);
    Stream.of("organisation", "recipient")
        .map(filters::get)
        .filter(Objects::nonNull)
        .forEach(needed::organisation);
    String fund = filters.get("fund");
    return fund == null ? needed : needed.funds(List.of(fund));
  }

  private static PageFrame frame(
      Standing standing, View view, String list, String heading, ListFilters filters) {
    SequencedMap<String, String> query = new LinkedHashMap<>(filters.values());
    if (filters.after() != null) {
      query.put("after", filters.after());
    }
    return Frames.of(
        standing,
        view.language(),
        heading,
        heading + ". " + view.texts().text("overview.lead"),
        "/" + list,
        Query.of(query),
        Kinds.ofPlural(list).map(Frames::section).orElse(null));
  }

  private static List<Link> orders(View view, ListFilters filters, String here) {
    Filters labelled = Filters.of(view.language());
    Link turned =
        labelled.turned(
            filters.sort() == Sort.AMOUNT,
            filters.isAscending(),
            view.path(here + Query.of(filters.turned())));
    return filters.sort() == Sort.LEAF
        ? List.of(turned)
        : List.of(turned, labelled.asRecorded(view.path(here + Query.of(filters.asRecorded()))));
  }

  /** How the heads of a table sort it: by amount within one unit only. */
  private static Function<String, @Nullable Sorting> heads(
      View view, Optional<Kind> kind, ListFilters filters, String here) {
    return word -> {
      Sort sort = Sort.ofLabel(word).orElseThrow();
      boolean comparable = sort != Sort.AMOUNT || filters.get("unit") != null;
      if (!comparable || isRegister(kind)) {
        return null;
      }
      boolean now = sort == filters.sort();
      SequencedMap<String, String> to = now ? filters.turned() : filters.sortedBy(sort);
      String direction = filters.isAscending() ? "ascending" : "descending";
      return new Sorting(now ? direction : null, view.path(here + Query.of(to)));
    };
  }

  /** Funds and organisations have neither dates nor amounts of their own. */
  private static boolean isRegister(Optional<Kind> kind) {
    return kind.filter(k -> k == Kind.FUND || k == Kind.ORGANISATION).isPresent();
  }

  /** What a reader must know of the counts and of the order. */
  private static @Nullable String note(
      View view, Optional<Kind> kind, ListFilters filters, Optional<Facets.Counts> counts) {
    Filters labelled = Filters.of(view.language());
    List<String> notes = new ArrayList<>();
    if (counts.isEmpty()) {
      notes.add(labelled.uncounted());
    }
    if (filters.sort() == Sort.AMOUNT && kind.filter(Kind.GRANT::equals).isPresent()) {
      notes.add(labelled.byAward());
    }
    return notes.isEmpty() ? null : String.join(" ", notes);
  }

  private Table table(View view, Optional<Kind> kind, List<EntryRecord> entries) {
    Tables tables = Tables.of(view.language());
    Lines lines = new Lines(view);
    if (kind.isEmpty()) {
      return tables.entries(lines.entries(entries));
    }
    return switch (kind.get()) {
      case FUND -> tables.funds(new FundRows(view, sources).of(entries));
      case ORGANISATION -> tables.organisations(lines.organisations(entries));
      case GRANT -> tables.grants(lines.grants(entries, sources.lookups(), sources.texts()));
      case DONATION -> tables.donations(lines.moneyIn(entries));
      case DISBURSEMENT -> tables.payments(lines.payments(entries, sources.lookups()));
      case CORRECTION -> tables.corrections(lines.corrections(entries));
      default -> tables.entries(lines.entries(entries));
    };
  }

  /** The filters that mean something for a kind. */
  private List<Filter> form(View view, Optional<Kind> kind, OtherSide side, ListFilters filters) {
    Filters labelled = Filters.of(view.language());
    List<Filter> form = new ArrayList<>();
    form.add(labelled.search(filters.text("q")));
    form.add(labelled.organisation(filters.text("organisation")));
    if (isRegister(kind)) {
      return form;
    }
    form.add(1, labelled.fund(filters.text("fund")));
    form.add(labelled.otherSide(side, filters.text("recipient")));
    form.add(labelled.from(filters.text("from")));
    form.add(labelled.to(filters.text("to")));
    form.add(labelled.unit(units(filters), filters.text("unit")));
    form.add(labelled.minAmount(filters.text("minAmount")));
    form.add(labelled.maxAmount(filters.text("maxAmount")));
    if (filters.get("since") != null) {
      form.add(labelled.since(filters.text("since")));
    }
    return form;
  }

  /** The units that are in use, and the one that is asked for. */
  private List<String> units(ListFilters filters) {
    JointTotals totals = sources.figures().ofLedger(null).totals();
    List<String> units = new ArrayList<>(totals.all().stream().map(Totals::unit).toList());
    String chosen = filters.get("unit");
    if (chosen != null && !units.contains(chosen)) {
      units.add(new Unit(chosen).code());
    }
    return units;
  }
}
