package org.lepta.service.explorer.page;

import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.indexing.read.EntryQuery;
import org.lepta.service.indexing.read.EntryRecord;
import org.lepta.service.indexing.read.Page;
import org.lepta.ui.format.CountFormat;
import org.lepta.ui.page.PageFrame;
import org.lepta.ui.view.AsKnown;
import org.lepta.ui.view.Tables;

/**
 * Gives each page of figures the address that keeps them, and a page of an earlier size of the log
 * the corrections since.
 */
final class AsKnownFrames {

  private static final int LINES = 10;

  private final Sources sources;
  private final Standing standing;
  private final View view;

  AsKnownFrames(Sources sources, Standing standing, View view) {
    this.sources = sources;
    this.standing = standing;
    this.view = view;
  }

  /**
   * The frame of a page at the size that was asked for.
   *
   * @param scope the entries that the page is about
   */
  PageFrame of(PageFrame frame, EntryQuery scope) {
    String now = frame.path() + frame.query();
    String permanent = Query.asKnown(now, standing.known());
    return frame.asKnown(
        Query.asKnown(now, standing.at()).substring(frame.path().length()),
        new AsKnown(
            view.links().permanent(number(standing.known()), view.language().path(permanent)),
            standing.at() == null ? null : then(now, standing.at(), scope)));
  }

  private AsKnown.Then then(String now, long at, EntryQuery scope) {
    EntryQuery since =
        scope.kinds(Set.of(Kind.CORRECTION)).since(at).order(EntryQuery.Order.NEWEST);
    Page<EntryRecord> corrections = sources.entries().page(since, null, LINES);
    NameBook names = new NameBooks().entries(corrections.items()).lookUp(sources.lookups());
    Lines lines = new Lines(new View(view.language(), names));
    return new AsKnown.Then(
        view.links().then(number(at), view.language().path(now)),
        Tables.of(view.language()).correctionsSince(lines.corrections(corrections.items())),
        corrections.next() == null
            ? null
            : view.links().correctionsSince(view.language().path(list(since))));
  }

  private static String list(EntryQuery query) {
    SequencedMap<String, String> filters = new LinkedHashMap<>();
    put(filters, "fund", query.fund());
    put(filters, "grant", query.grant());
    put(filters, "organisation", query.organisation());
    put(filters, "since", Long.toString(Objects.requireNonNull(query.span().since())));
    return "/" + Kind.CORRECTION.plural() + Query.of(filters);
  }

  private static void put(SequencedMap<String, String> filters, String name, @Nullable String to) {
    if (to != null) {
      filters.put(name, to);
    }
  }

  private String number(long size) {
    return CountFormat.number(view.language(), size);
  }
}
