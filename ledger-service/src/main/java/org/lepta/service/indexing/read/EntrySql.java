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
import org.lepta.ledger.money.Amount;
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
  private final long first;
  private final long tooFar;
  private final int limit;
  private final List<Object> parameters = new ArrayList<>();
  private Sort by = Sort.LEAF;
  private @Nullable String condition;
  private @Nullable Object key;
  private @Nullable Place after;

  /** Looks between two leaf indexes, the second one exclusive. */
  EntrySql(EntryQuery query, Found hits, long first, long tooFar, int limit) {
    this.query = query;
    this.hits = hits;
    this.first = first;
    this.tooFar = tooFar;
    this.limit = limit;
  }

  EntrySql sortedBy(Sort value) {
    by = value;
    return this;
  }

  /** With a condition of the whole list. */
  EntrySql and(@Nullable String value) {
    condition = value;
    return this;
  }

  /** Behind an entry in the order of a column. */
  EntrySql behind(String column, @Nullable Object value, Place last) {
    condition =
        (condition == null ? "" : condition + " AND ")
            + "("
            + column
            + ", e.leaf) "
            + (query.order().ascending() ? ">" : "<")
            + " (?, ?)";
    key = Objects.requireNonNull(value);
    after = last;
    return this;
  }

  /** Whether filters lead to the entries that have no date or amount in their index. */
  boolean isLed() {
    return isNarrow() || leads() > 0;
  }

  /** Whether filters are tested on the way through the log's order. */
  boolean isTested() {
    boolean beside =
        condition != null || query.unit() != null || query.from() != null || query.to() != null;
    return !isNarrow() && (beside || leads() > 1);
  }

  private boolean isNarrow() {
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
      return run(index, part(Lead.NONE, kindsFilter(query.kinds()), tail()));
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
                lead == Lead.STATED ? perKind(lead, ALONE) : part(lead, kindsFilter(led), ""));
    String key = by == Sort.LEAF ? "leaf + 0" : "sort_key + 0";
    return run(index, "SELECT leaf FROM (" + all + ") AS found" + tail(key));
  }

  /**
   * One range for each kind. All that an organisation states of others is read like this too: taken
   * at once, it looks to the database like all that it states, and like too much for an index.
   */
  private String perKind(Lead lead, String tail) {
    parameters.add(labels(query.listed()));
    return "SELECT part.* FROM unnest(?::text[]) AS k (kind) CROSS JOIN LATERAL ("
        + part(lead, "e.kind = k.kind", tail)
        + ") AS part";
  }

  private List<Long> run(Index index, String sql) {
    return index.list(sql, (row, n) -> row.getLong(1), parameters.toArray());
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

  private String parts(Function<Lead, String> part) {
    boolean byEither = query.organisation() != null && leads() == 1 && !isNarrow();
    return (byEither ? Stream.of(Lead.OWNER, Lead.STATED) : Stream.of(Lead.NONE))
        .map(part)
        .collect(Collectors.joining(" UNION ALL "));
  }

  /** What an index found by the search, and one range per organisation and kind. */
  private String searched(String tail) {
    List<String> parts = new ArrayList<>();
    parameters.add(hits.leaves().toArray(Long[]::new));
    parts.add(part(Lead.NONE, "e.leaf = ANY (?)", tail));
    if (!hits.organisations().isEmpty()) {
      parameters.add(hits.organisations().toArray(String[]::new));
      parameters.add(labels(query.listed()));
      parts.add(
          "SELECT part.* FROM unnest(?::text[]) AS o (id) CROSS JOIN unnest(?::text[]) AS k (kind)"
              + " CROSS JOIN LATERAL ("
              + part(Lead.NONE, "e.party = o.id AND e.kind = k.kind", tail)
              + ") AS part");
      if (query.listed().contains(Kind.ORGANISATION)) {
        parameters.add(hits.organisations().toArray(String[]::new));
        parts.add(part(Lead.NONE, "e.id = ANY (?) AND e.kind = 'organisation'", tail));
      }
    }
    String union =
        parts.stream().map(part -> '(' + part + ')').collect(Collectors.joining(" UNION "));
    return "SELECT * FROM (" + union + ") AS e" + tail;
  }

  private String part(Lead lead, @Nullable String begin, String tail) {
    return "SELECT e.leaf" + column() + " FROM entry e WHERE " + filters(lead, begin) + tail;
  }

  private String column() {
    return switch (by) {
      case LEAF -> "";
      case DATE -> ", e.business_date AS sort_key";
      case AMOUNT -> ", e.amount AS sort_key";
    };
  }

  private @Nullable String kindsFilter(Collection<Kind> kinds) {
    if (kinds.isEmpty()) {
      return null;
    }
    parameters.add(labels(kinds));
    return "e.kind = ANY (?)";
  }

  private String filters(Lead lead, @Nullable String begin) {
    List<String> conditions = new ArrayList<>();
    if (begin != null) {
      conditions.add(begin);
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
    Amount least = query.minAmount();
    Amount most = query.maxAmount();
    add(conditions, "e.amount >= ?", least == null ? null : least.tenThousandths());
    add(conditions, "e.amount <= ?", most == null ? null : most.tenThousandths());
    if (condition != null) {
      conditions.add(condition);
    }
    if (key != null && after != null) {
      parameters.add(key);
      parameters.add(after.leaf());
    }
    return String.join(" AND ", conditions);
  }

  private void add(List<String> conditions, String filter, @Nullable Object value) {
    if (value != null) {
      conditions.add(filter);
      parameters.add(value);
    }
  }

  private String tail() {
    return tail(by == Sort.LEAF ? "leaf" : "sort_key");
  }

  private String tail(String key) {
    String direction = query.order().ascending() ? " ASC" : " DESC";
    return " ORDER BY " + key + direction + ", leaf" + direction + " LIMIT " + limit;
  }

  static String[] labels(Collection<Kind> kinds) {
    return kinds.stream().map(Kind::label).toArray(String[]::new);
  }
}
