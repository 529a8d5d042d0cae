package org.lepta.service.indexing.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Kind;

/**
 * The statement that finds the leaf indexes of one page. It reads ordered ranges of one index, cut
 * off at the page's length, so that its cost does not grow with the log; filters beside the leading
 * one are tested on the way.
 */
final class EntrySearch {

  private final EntryQuery query;
  private final long first;
  private final long tooFar;
  private final int limit;
  private final Found hits;
  private final List<Object> parameters = new ArrayList<>();

  /** Looks between two leaf indexes, the second one exclusive. */
  EntrySearch(EntryQuery query, Found hits, long first, long tooFar, int limit) {
    this.query = query;
    this.hits = hits;
    this.first = first;
    this.tooFar = tooFar;
    this.limit = limit;
  }

  /** The leaf indexes in the order of the query. */
  List<Long> run(Index index) {
    String sql = sql();
    return index.list(sql, (row, n) -> row.getLong(1), parameters.toArray());
  }

  private String sql() {
    if (query.q() != null) {
      return searched();
    }
    boolean ordered = query.target() != null || query.grant() != null;
    if (ordered || !(isLed() || !query.kinds().isEmpty())) {
      return "SELECT e.leaf FROM entry e WHERE " + filters(Lead.NONE, kindsFilter()) + tail();
    }
    if (query.organisation() != null && query.fund() == null) {
      return perKind(Lead.OWNER, Lead.STATED);
    }
    return perKind(Lead.NONE);
  }

  private boolean isLed() {
    return query.fund() != null || query.organisation() != null || query.recipient() != null;
  }

  /** How the filter by organisation is met: by either of two indexes, never by both. */
  private enum Lead {
    NONE("(e.owner = ? OR e.stated_by = ?)", 2),
    OWNER("e.owner = ?", 1),
    STATED("e.stated_by = ? AND (e.owner IS NULL OR e.owner <> e.stated_by)", 1);

    private final String condition;
    private final int uses;

    Lead(String condition, int uses) {
      this.condition = condition;
      this.uses = uses;
    }
  }

  /** One ordered range per kind, each no longer than the page; the newest of all are the page. */
  private String perKind(Lead... leads) {
    Collection<Kind> kinds = kinds();
    String parts =
        Arrays.stream(leads)
            .map(lead -> {
              parameters.add(labels(kinds));
              return "SELECT part.leaf FROM unnest(?::text[]) AS k (kind) CROSS JOIN LATERAL"
                  + " (SELECT e.leaf FROM entry e WHERE "
                  + filters(lead, "e.kind = k.kind")
                  + tail()
                  + ") AS part";
            })
            .collect(Collectors.joining(" UNION ALL "));
    return "SELECT leaf FROM (" + parts + ") AS e" + tail();
  }

  /** What an index found by the search, and one ordered range per organisation and kind. */
  private String searched() {
    List<String> parts = new ArrayList<>();
    parameters.add(hits.leaves().toArray(Long[]::new));
    parts.add(part("e.leaf = ANY (?)"));
    if (!hits.organisations().isEmpty()) {
      parameters.add(hits.organisations().toArray(String[]::new));
      parameters.add(labels(kinds()));
      parts.add(
          "SELECT part.leaf FROM unnest(?::text[]) AS o (id) CROSS JOIN unnest(?::text[]) AS k (kind)"
              + " CROSS JOIN LATERAL ("
              + part("e.party = o.id AND e.kind = k.kind")
              + ") AS part");
      if (kinds().contains(Kind.ORGANISATION)) {
        parameters.add(hits.organisations().toArray(String[]::new));
        parts.add(part("e.id = ANY (?) AND e.kind = 'organisation'"));
      }
    }
    String union =
        parts.stream().map(part -> '(' + part + ')').collect(Collectors.joining(" UNION "));
    return "SELECT leaf FROM (" + union + ") AS e" + tail();
  }

  private String part(String condition) {
    return "SELECT e.leaf FROM entry e WHERE " + filters(Lead.NONE, condition) + tail();
  }

  private Collection<Kind> kinds() {
    return query.kinds().isEmpty() ? Arrays.asList(Kind.values()) : query.kinds();
  }

  private @Nullable String kindsFilter() {
    if (query.kinds().isEmpty()) {
      return null;
    }
    parameters.add(labels(query.kinds()));
    return "e.kind = ANY (?)";
  }

  private String filters(Lead lead, @Nullable String kinds) {
    List<String> conditions = new ArrayList<>();
    if (kinds != null) {
      conditions.add(kinds);
    }
    add(conditions, "e.leaf >= ?", first);
    add(conditions, "e.leaf < ?", tooFar);
    add(conditions, "e.fund = ?", query.fund());
    if (query.organisation() != null) {
      conditions.add(lead.condition);
      for (int i = 0; i < lead.uses; i++) {
        parameters.add(query.organisation());
      }
    }
    add(conditions, "e.party = ?", query.recipient());
    add(conditions, "e.grant_id = ?", query.grant());
    add(conditions, "e.target = ?", query.target());
    add(conditions, "e.unit = ?", query.unit());
    add(conditions, "e.business_date >= ?", query.from());
    add(conditions, "e.business_date < ?", query.to());
    add(
        conditions,
        "e.amount >= ?",
        query.minAmount() == null ? null : query.minAmount().tenThousandths());
    add(
        conditions,
        "e.amount <= ?",
        query.maxAmount() == null ? null : query.maxAmount().tenThousandths());
    return String.join(" AND ", conditions);
  }

  private void add(List<String> conditions, String condition, @Nullable Object value) {
    if (value != null) {
      conditions.add(condition);
      parameters.add(value);
    }
  }

  private String tail() {
    return " ORDER BY leaf " + (query.ascending() ? "ASC" : "DESC") + " LIMIT " + limit;
  }

  private static String[] labels(Collection<Kind> kinds) {
    return kinds.stream().map(Kind::label).toArray(String[]::new);
  }
}
