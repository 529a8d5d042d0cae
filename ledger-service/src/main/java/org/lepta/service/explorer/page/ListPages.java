package org.lepta.service.explorer.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.lepta.ledger.entry.Kind;
import org.lepta.ledger.money.Unit;
import org.lepta.service.indexing.read.EntryRecord;
import org.lepta.service.indexing.read.JointTotals;
import org.lepta.service.indexing.read.Page;
import org.lepta.service.indexing.read.Totals;
import org.lepta.ui.Pages;
import org.lepta.ui.page.ListPage;
import org.lepta.ui.page.PageFrame;
import org.lepta.ui.text.Language;
import org.lepta.ui.view.ActiveFilter;
import org.lepta.ui.view.Filter;
import org.lepta.ui.view.Filters;
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
    Page<EntryRecord> page =
        sources
            .entries()
            .page(filters.query(kind.map(Set::of).orElse(Set.of())), filters.after(), LINES);
    NameBooks needed = new NameBooks().entries(page.items());
    if (kind.filter(Kind.ORGANISATION::equals).isPresent()) {
      page.items().forEach(entry -> needed.organisation(entry.id()));
    }
    View view = new View(language, needed.lookUp(sources.lookups()));
    String here = view.path("/" + list);
    String heading =
        view.texts().text(kind.map(k -> Kinds.shown(k).pluralKey()).orElse("kinds.all"));
    SequencedMap<String, String> chosen = filters.values();
    return Pages.list(
        new ListPage(
            frame(standing, view, list, heading, filters),
            heading,
            null,
            here,
            form(view, kind, filters),
            active(view, filters, here),
            table(view, kind, page.items()),
            filters.after() == null ? null : here + Query.of(chosen),
            page.next() == null ? null : here + Query.of(with(chosen, "after", page.next())),
            here + PagePaths.CSV + Query.of(chosen)));
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

  private static SequencedMap<String, String> with(
      SequencedMap<String, String> values, String name, String value) {
    SequencedMap<String, String> all = new LinkedHashMap<>(values);
    all.put(name, value);
    return all;
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
  private List<Filter> form(View view, Optional<Kind> kind, ListFilters filters) {
    Filters labelled = Filters.of(view.language());
    List<Filter> form = new ArrayList<>();
    form.add(labelled.search(filters.text("q")));
    form.add(labelled.organisation(filters.text("organisation")));
    if (kind.filter(k -> k == Kind.FUND || k == Kind.ORGANISATION).isPresent()) {
      return form;
    }
    form.add(1, labelled.fund(filters.text("fund")));
    form.add(labelled.recipient(filters.text("recipient")));
    form.add(labelled.from(filters.text("from")));
    form.add(labelled.to(filters.text("to")));
    form.add(labelled.unit(units(filters), filters.text("unit")));
    form.add(labelled.minAmount(filters.text("minAmount")));
    form.add(labelled.maxAmount(filters.text("maxAmount")));
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

  private static List<ActiveFilter> active(View view, ListFilters filters, String here) {
    List<ActiveFilter> active = new ArrayList<>();
    for (Map.Entry<String, String> filter : filters.values().entrySet()) {
      String label =
          filter.getKey().equals("grant")
              ? view.texts().text("column.grant")
              : view.texts().text("filter." + filter.getKey());
      active.add(
          new ActiveFilter(
              label, filter.getValue(), here + Query.of(filters.without(filter.getKey()))));
    }
    return active;
  }
}
