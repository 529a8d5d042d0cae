package org.lepta.service.explorer.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.indexing.read.EntryRecord;
import org.lepta.service.indexing.read.SearchHits;
import org.lepta.service.kernel.Key;
import org.lepta.ui.Pages;
import org.lepta.ui.page.SearchPage;
import org.lepta.ui.text.Language;
import org.lepta.ui.view.SearchTables;
import org.lepta.ui.view.Table;

/** Makes the page of a search, or finds where it leads at once. */
class SearchPages {

  private final Sources sources;

  SearchPages(Sources sources) {
    this.sources = sources;
  }

  SearchHits find(String q) {
    return sources.finder().find(q);
  }

  /** The page of the only thing that can have been meant; empty if it is not clear. */
  static Optional<String> target(Language language, String q, SearchHits hits) {
    return hits.isOne()
        ? Optional.of(language.path(path(hits.exact().getFirst(), q)))
        : Optional.empty();
  }

  /** By an identifier what stands under it is meant, by a number or a hash the entry itself. */
  private static String path(EntryRecord entry, String q) {
    boolean byId = q.contains(entry.id());
    return switch (entry.kind()) {
      case FUND, ORGANISATION -> pageOf(entry);
      case DONATION, GRANT -> byId ? pageOf(entry) : "/entries/" + entry.index();
      default -> "/entries/" + entry.index();
    };
  }

  private static String pageOf(EntryRecord entry) {
    return "/" + entry.kind().plural() + "/" + Key.ofId(entry.id()).value();
  }

  String html(Standing standing, Language language, String q, SearchHits hits) {
    List<EntryRecord> funds =
        hits.funds().stream()
            .flatMap(id -> sources.entries().find(Kind.FUND, id).stream())
            .toList();
    NameBooks wanted = new NameBooks().entries(funds);
    Stream.of(hits.exact(), hits.titles(), hits.begins(), hits.amounts(), hits.days())
        .forEach(wanted::entries);
    hits.organisations().forEach(wanted::organisation);
    View view = new View(language, wanted.lookUp(sources.lookups()));
    SearchTables tables = SearchTables.of(language);
    Lines lines = new Lines(view);
    List<Table> groups = new ArrayList<>();
    groups.add(tables.exact(lines.entries(hits.exact())));
    groups.add(
        tables.organisations(hits.organisations().stream().map(view::organisation).toList()));
    groups.add(tables.funds(new FundRows(view, sources).of(funds)));
    groups.add(tables.titles(lines.grants(hits.titles(), sources.lookups(), sources.texts())));
    groups.add(tables.amounts(lines.entries(hits.amounts())));
    groups.add(tables.days(lines.entries(hits.days())));
    groups.add(tables.begins(lines.entries(hits.begins())));
    return Pages.search(
        new SearchPage(
            Frames.of(
                standing,
                language,
                tables.heading(),
                tables.lead(),
                "/" + PagePaths.SEARCH,
                q.isEmpty() ? "" : "?q=" + Query.encoded(q),
                null),
            q,
            hits.allTitles(),
            hits.titles().isEmpty()
                ? null
                : language.path("/" + Kind.GRANT.plural() + "?q=" + Query.encoded(q)),
            groups.stream().filter(table -> !table.rows().isEmpty()).toList()));
  }
}
