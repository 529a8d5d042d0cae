package org.lepta.service.indexing.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.indexing.facet.ListCounts;
import org.springframework.stereotype.Component;

/**
 * How many entries a list has by kind, unit and year, each counted under all other filters. Lists
 * of the whole ledger, a fund or an organisation are counted beforehand; where a recipient, a
 * grant, a target, a search, a part of the log, amounts or days narrow a list down, up to {@link
 * #MOST} entries are counted now. Beyond that nothing is said. Thread-safe.
 */
@Component
public final class Facets {

  /** The most entries that are counted one by one. */
  static final int MOST = 2_000;

  private final Index index;
  private final Entries entries;

  public Facets(Index index, Entries entries) {
    this.index = index;
    this.entries = entries;
  }

  /**
   * Counts that are exact.
   *
   * @param kinds in the order in which kinds are listed
   * @param units by code, without those of entries that have no amount
   * @param years the newest first, without entries that have no date
   */
  public record Counts(Map<Kind, Long> kinds, Map<String, Long> units, Map<Integer, Long> years) {}

  private record Row(Kind kind, String unit, int year, long entries) {

    static Row read(ResultSet row, int number) throws SQLException {
      return new Row(
          Kind.ofLabel(row.getString(1)).orElseThrow(),
          row.getString(2),
          row.getInt(3),
          row.getLong(4));
    }
  }

  /** The counts of a list; empty if it is too long to be counted. */
  public Optional<Counts> of(EntryQuery query) {
    EntryQuery counted = query.order(EntryQuery.Order.NEWEST);
    return index.snapshot(() -> rows(counted).map(rows -> counts(counted, rows)));
  }

  private Optional<List<Row>> rows(EntryQuery query) {
    boolean unitIsFree = query.minAmount() == null && query.maxAmount() == null;
    EntryQuery others = unitIsFree ? query.amounts(null, null, null) : query;
    boolean ofSomeDays = (query.from() != null || query.to() != null) && query.year() == null;
    if (ofSomeDays) {
      return few(others);
    }
    EntryQuery ofAnyDay = others.dated(null, null);
    if (!unitIsFree) {
      return few(ofAnyDay);
    }
    String scope = scope(ofAnyDay.kinds(Set.of()));
    return scope == null ? live(ofAnyDay) : Optional.of(counted(scope, query));
  }

  /** Days and amounts are counted where one of the filters alone leaves few entries. */
  private Optional<List<Row>> few(EntryQuery query) {
    return isNarrow(query) || entries.isRare(query, MOST) ? live(query) : Optional.empty();
  }

  private static boolean isNarrow(EntryQuery query) {
    return query.recipient() != null
        || query.grant() != null
        || query.target() != null
        || query.q() != null;
  }

  /** The scope that was counted beforehand; null if the filters are of another kind. */
  private static @Nullable String scope(EntryQuery query) {
    if (query.equals(EntryQuery.ALL)) {
      return ListCounts.ALL;
    }
    if (query.equals(EntryQuery.ALL.fund(query.fund()))) {
      return ListCounts.ofFund(Objects.requireNonNull(query.fund()));
    }
    return query.equals(EntryQuery.ALL.organisation(query.organisation()))
        ? ListCounts.ofOrganisation(Objects.requireNonNull(query.organisation()))
        : null;
  }

  private List<Row> counted(String scope, EntryQuery query) {
    String[] kinds = query.kinds().stream().map(Kind::label).toArray(String[]::new);
    return index.list(
        "SELECT kind, unit, year, entries FROM list_count WHERE scope = ?"
            + (kinds.length == 0 ? "" : " AND kind = ANY (?)"),
        Row::read,
        kinds.length == 0 ? new Object[] {scope} : new Object[] {scope, kinds});
  }

  private Optional<List<Row>> live(EntryQuery query) {
    Long[] leaves = entries.leaves(query, MOST + 1).toArray(Long[]::new);
    if (leaves.length > MOST) {
      return Optional.empty();
    }
    // Of some kinds an index has all that is counted, so that the entries themselves stay unread.
    String[] kinds = EntrySql.labels(query.kinds());
    return Optional.of(
        index.list(
            "SELECT kind, coalesce(unit, ''),"
                + " coalesce(extract(year FROM business_date)::int, 0), count(*)"
                + " FROM entry WHERE leaf = ANY (?)"
                + (kinds.length == 0 ? "" : " AND kind = ANY (?)")
                + " GROUP BY 1, 2, 3",
            Row::read,
            kinds.length == 0 ? new Object[] {leaves} : new Object[] {leaves, kinds}));
  }

  private static Counts counts(EntryQuery query, List<Row> rows) {
    Integer year = query.year();
    Map<Kind, Long> kinds = new EnumMap<>(Kind.class);
    Map<String, Long> units = new TreeMap<>();
    Map<Integer, Long> years = new TreeMap<>(Comparator.reverseOrder());
    for (Row row : rows) {
      boolean ofUnit = query.unit() == null || query.unit().equals(row.unit());
      boolean ofYear = year == null || year == row.year();
      if (ofUnit && ofYear) {
        kinds.merge(row.kind(), row.entries(), Long::sum);
      }
      if (ofYear && !row.unit().isEmpty()) {
        units.merge(row.unit(), row.entries(), Long::sum);
      }
      if (ofUnit && row.year() != 0) {
        years.merge(row.year(), row.entries(), Long::sum);
      }
    }
    return new Counts(kinds, units, years);
  }
}
