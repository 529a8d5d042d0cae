package org.lepta.service.explorer.api;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.indexing.read.Entries;
import org.lepta.service.indexing.read.EntryQuery;

/** What a list is asked for. */
record ListRequest(EntryQuery query, @Nullable String after, int limit) {

  /** Filters of every list. */
  static final List<String> FILTERS =
      List.of(
          "fund",
          "organisation",
          "recipient",
          "grant",
          "target",
          "unit",
          "from",
          "to",
          "minAmount",
          "maxAmount",
          "q",
          "since",
          "at",
          "sort",
          "order");

  /** What pages a list; not for whole selections. */
  static final List<String> PAGING = List.of("limit", "after");

  /** The filter that only the list of all kinds has. */
  static final String KIND = "kind";

  static final int DEFAULT_LIMIT = 100;

  /**
   * Reads the parameters of a list.
   *
   * @param kind of the list, null for all kinds
   * @param whole whether the whole selection is asked for
   */
  static ListRequest parse(@Nullable String query, @Nullable Kind kind, boolean whole) {
    List<String> known = new ArrayList<>(FILTERS);
    if (!whole) {
      known.addAll(PAGING);
    }
    if (kind == null) {
      known.add(KIND);
    }
    Parameters given = Parameters.parse(query, known);
    return new ListRequest(
        query(given, kind == null ? kinds(given) : Set.of(kind)),
        given.text("after"),
        limit(given));
  }

  /** How many items a part of a list has. */
  static int limit(Parameters given) {
    Long limit = given.number("limit");
    if (limit != null && (limit < 1 || limit > Entries.MAX_LIMIT)) {
      throw Parameters.invalid("limit", "is a number from 1 to " + Entries.MAX_LIMIT);
    }
    return limit == null ? DEFAULT_LIMIT : limit.intValue();
  }

  private static EntryQuery query(Parameters given, Set<Kind> kinds) {
    return new EntryQuery(
        kinds,
        given.text("fund"),
        given.text("organisation"),
        given.text("recipient"),
        given.text("grant"),
        given.text("target"),
        given.unit("unit"),
        given.date("from"),
        given.date("to"),
        given.amount("minAmount"),
        given.amount("maxAmount"),
        given.text("q"),
        new EntryQuery.Span(given.number("since"), given.number("at")),
        new EntryQuery.Order(sort(given), given.isFirst("order", "asc", "desc")));
  }

  private static EntryQuery.Sort sort(Parameters given) {
    String word = given.text("sort");
    return word == null
        ? EntryQuery.Sort.LEAF
        : EntryQuery.Sort.ofLabel(word)
            .orElseThrow(() -> Parameters.invalid("sort", "is leaf, date or amount"));
  }

  private static Set<Kind> kinds(Parameters given) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    String labels = given.text(KIND);
    if (labels != null) {
      for (String label : labels.split(",", -1)) {
        kinds.add(
            Kind.ofLabel(label)
                .orElseThrow(
                    () -> Parameters.invalid(KIND, "is a kind, or several joined by commas")));
      }
    }
    return kinds;
  }
}
