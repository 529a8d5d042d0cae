package org.lepta.service.explorer.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.indexing.read.Days.Day;
import org.lepta.service.indexing.read.EntryQuery;
import org.lepta.service.indexing.read.EntryRecord;
import org.lepta.service.indexing.read.ReadCode;
import org.lepta.service.kernel.Key;
import org.lepta.ui.format.DateFormat;
import org.lepta.ui.text.Language;
import org.lepta.ui.text.Texts;
import org.lepta.ui.view.ChangeTables;

/** Atom feeds: the newest entries of a fund or an organisation, and the newest days. */
class FeedPages {

  static final String MEDIA_TYPE = "application/atom+xml;charset=UTF-8";

  private static final int ENTRIES = 30;
  private static final int DAYS = 30;

  private final Sources sources;

  FeedPages(Sources sources) {
    this.sources = sources;
  }

  String ofFund(Language language, Key key) {
    require(Kind.FUND, key);
    List<EntryRecord> entries = newest(EntryQuery.ALL.fund(key.id()));
    View view = view(language, new NameBooks().funds(List.of(key.id())), entries);
    return write(view, "/funds/" + key.value(), view.fund(key.id()).label(), entries);
  }

  String ofOrganisation(Language language, Key key) {
    require(Kind.ORGANISATION, key);
    List<EntryRecord> entries = newest(EntryQuery.ALL.organisation(key.id()));
    View view = view(language, new NameBooks().organisation(key.id()), entries);
    return write(
        view, "/organisations/" + key.value(), view.organisation(key.id()).name(), entries);
  }

  /** Each day changes until it is over; then its entry stays as it is. */
  String ofDays(Language language) {
    ChangeTables tables = ChangeTables.of(language);
    List<AtomFeed.Item> items = new ArrayList<>();
    for (Day day : sources.days().newest(null, null, DAYS)) {
      items.add(
          new AtomFeed.Item(
              "urn:lepta:day:" + day.date(),
              tables.ofDay(DateFormat.day(language, day.date())),
              ChangesPages.summary(language, day),
              lastOf(day),
              Texts.of(language).text("product.name"),
              ChangesPages.path(day.date())));
    }
    return new AtomFeed(language, "/" + PagePaths.CHANGES, tables.heading(), items).xml();
  }

  private Instant lastOf(Day day) {
    return sources.entries().find(day.size() - 1).orElseThrow().committed();
  }

  private void require(Kind kind, Key key) {
    if (sources.entries().find(kind, key.id()).isEmpty()) {
      throw ReadCode.NOT_FOUND.refusal("There is no such page.");
    }
  }

  private List<EntryRecord> newest(EntryQuery query) {
    return sources.entries().page(query, null, ENTRIES).items();
  }

  private View view(Language language, NameBooks wanted, List<EntryRecord> entries) {
    return new View(language, wanted.entries(entries).lookUp(sources.lookups()));
  }

  private static String write(View view, String path, String title, List<EntryRecord> entries) {
    List<AtomFeed.Item> items = entries.stream().map(entry -> item(view, entry)).toList();
    return new AtomFeed(view.language(), path, title, items).xml();
  }

  private static AtomFeed.Item item(View view, EntryRecord entry) {
    return new AtomFeed.Item(
        "urn:lepta:leaf:" + entry.hash().hex(),
        EntryPages.sentence(view, entry),
        null,
        entry.committed(),
        view.organisation(entry.entry().header().statedBy()).name(),
        "/entries/" + entry.index());
  }
}
