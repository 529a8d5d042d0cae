package org.lepta.service.indexing.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.indexing.read.EntryFilters.Lead;
import org.lepta.service.indexing.read.EntryQuery.Sort;
import org.lepta.service.indexing.read.EntrySearch.Place;

/** The statements that find leaf indexes, and their parameters; each object runs once. */
final class EntrySql {

  static final String DATED = "e.business_date IS NOT NULL";
  static final String UNDATED = "e.business_date IS NULL";

  /** Keeps the database from joining a range with others before it reads it. */
  private static final String ALONE = " OFFSET 0";

  private final EntryQuery query;
  private final Found hits;
  private final int limit;
  private final EntryFilters filters;
  private Sort by = Sort.LEAF;

  /** Looks between two leaf indexes, the second one exclusive. */
  EntrySql(EntryQuery query, Found hits, long first, long tooFar, int limit) {
    this.query = query;
    this.hits = hits;
    this.limit = limit;
    this.filters = new EntryFilters(query, first, tooFar);
  }

  EntrySql sortedBy(Sort value) {
    by = value;
    return this;
  }

  /** With a condition of the whole list. */
  EntrySql and(@Nullable String condition) {
    filters.and(condition);
    return this;
  }

  /** Behind an entry in the order of a column. */
  EntrySql behind(String column, @Nullable Object value, Place last) {
    filters.behind(column, Objects.requireNonNull(value), last.leaf());
    return this;
  }

  /** Whether filters lead to the entries that have no date or amount in their index. */
  boolean isLed() {
    return isNarrow() || leads() > 0;
  }

  /** Whether filters are tested on the way through the log's order. */
  boolean isTested() {
    boolean beside =
        filters.hasCondition()
            || query.unit() != null
            || query.from() != null
            || query.to() != null;
    return !isNarrow() && (beside || leads() > 1);
  }

  /** Whether a filter leads to few entries, however large the ledger is. */
  boolean isNarrow() {
    return query.q() != null || query.target() != null || query.grant() != null;
  }

  private long leads() {
    return Stream.of(query.fund(), query.organisation(), query.recipient())
        .filter(Objects::nonNull)
        .count();
  }

  /** Reads ordered ranges of one index, cut off at the page's length. */
  List<Long> walked(Index index) {
    boolean perKind = by != Sort.LEAF || leads() > 0 || !query.kinds().isEmpty();
    if (query.q() != null) {
      return run(index, searched(tail()));
    }
    if (isNarrow() || !perKind) {
      return run(index, part(Lead.NONE, filters.ofKinds(query.kinds()), tail()));
    }
    return run(
        index, "SELECT leaf FROM (" + parts(lead -> perKind(lead, tail())) + ") AS e" + tail());
  }

  /**
   * Reads all that the filters let through and sorts it. No index has the sum by which it sorts, so
   * the database cannot walk through the order, and takes the index that leads to fewest entries.
   */
  List<Long> sorted(Index index) {
    Collection<Kind> led = isLed() ? query.kinds() : query.listed();
    String all =
        query.q() != null
            ? searched("")
            : parts(lead ->
                lead == Lead.STATED ? perKind(lead, ALONE) : part(lead, filters.ofKinds(led), ""));
    String key = by == Sort.LEAF ? "leaf + 0" : "sort_key + 0";
    return run(index, "SELECT leaf FROM (" + all + ") AS found" + tail(key));
  }

  /** Reads so many entries in the order of a date or amount, and takes those that pass. */
  List<Long> walkedWithin(Index index, long most) {
    String next = "(" + next() + order("sort_key") + " LIMIT " + most + ") AS e";
    String passing = filters.all(Lead.NONE, filters.ofKinds(query.kinds()));
    return run(index, "SELECT e.leaf FROM " + next + " WHERE " + passing + tail());
  }

  private String next() {
    return "SELECT e.*" + column() + " FROM entry e WHERE " + filters.alongOrder(by);
  }

  /**
   * One range for each kind. All that an organisation states of others is read like this too: taken
   * at once, it looks to the database like all that it states, and like too much for an index.
   */
  private String perKind(Lead lead, String tail) {
    filters.bind(labels(query.listed()));
    return "SELECT part.* FROM unnest(?::text[]) AS k (kind) CROSS JOIN LATERAL ("
        + part(lead, "e.kind = k.kind", tail)
        + ") AS part";
  }

  private List<Long> run(Index index, String sql) {
    return index.list(sql, (row, n) -> row.getLong(1), filters.parameters());
  }

  private String parts(Function<Lead, String> part) {
    boolean byEither = query.organisation() != null && leads() == 1 && !isNarrow();
    return (byEither ? Stream.of(Lead.OWNER, Lead.STATED) : Stream.of(Lead.NONE))
        .map(part)
        .collect(Collectors.joining(" UNION ALL "));
  }

  /** What an index found by the search, and one range per organisation and kind. */
  private String searched(String tail) {
    List<String> parts = new ArrayList<>();
    filters.bind(hits.leaves().toArray(Long[]::new));
    parts.add(part(Lead.NONE, "e.leaf = ANY (?)", tail));
    if (!hits.organisations().isEmpty()) {
      filters.bind(hits.organisations().toArray(String[]::new));
      filters.bind(labels(query.listed()));
      parts.add(
          "SELECT part.* FROM unnest(?::text[]) AS o (id) CROSS JOIN unnest(?::text[]) AS k (kind)"
              + " CROSS JOIN LATERAL ("
              + part(Lead.NONE, "e.party = o.id AND e.kind = k.kind", tail)
              + ") AS part");
      if (query.listed().contains(Kind.ORGANISATION)) {
        filters.bind(hits.organisations().toArray(String[]::new));
        parts.add(part(Lead.NONE, "e.id = ANY (?) AND e.kind = 'organisation'", tail));
      }
    }
    String union =
        parts.stream().map(part -> '(' + part + ')').collect(Collectors.joining(" UNION "));
    return "SELECT * FROM (" + union + ") AS e" + tail;
  }

  private String part(Lead lead, @Nullable String begin, String tail) {
    return "SELECT e.leaf" + column() + " FROM entry e WHERE " + filters.all(lead, begin) + tail;
  }

  private String column() {
    return switch (by) {
      case LEAF -> "";
      case DATE -> ", e.business_date AS sort_key";
      case AMOUNT -> ", e.amount AS sort_key";
    };
  }

  private String tail() {
    return tail(by == Sort.LEAF ? "leaf" : "sort_key");
  }

  private String tail(String key) {
    return order(key) + " LIMIT " + limit;
  }

  private String order(String key) {
    String direction = query.order().ascending() ? " ASC" : " DESC";
    return " ORDER BY " + key + direction + ", leaf" + direction;
  }

  static String[] labels(Collection<Kind> kinds) {
    return kinds.stream().map(Kind::label).toArray(String[]::new);
  }
}
