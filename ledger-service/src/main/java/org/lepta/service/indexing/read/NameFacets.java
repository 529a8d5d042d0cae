package org.lepta.service.indexing.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.indexing.facet.ListCounts;
import org.lepta.service.indexing.facet.ListSizes.Of;
import org.springframework.stereotype.Component;

/**
 * Which funds and organisations have the most entries in a list, each counted under all other
 * filters. Funds and organisations of the whole ledger and funds of an organisation are counted
 * beforehand; other lists are read where they are short. Thread-safe.
 */
@Component
public final class NameFacets {

  /** The most names that are told of a list; each has to be looked up. */
  static final int MOST = 8;

  /** So many of those with the most entries of a kind are counted by unit and year. */
  static final int CANDIDATES = 40;

  /** The most entries that are read one by one, since they stand anywhere in the log. */
  static final int FEW = 200;

  private static final String LARGEST =
      "SELECT id, entries FROM list_size WHERE %s AND kind = ? ORDER BY entries DESC, id LIMIT ?";

  private static final String NARROWED =
      """
      SELECT s.id, c.entries FROM (%s) AS s CROSS JOIN LATERAL (
        SELECT coalesce(sum(entries), 0) AS entries FROM list_count
        WHERE scope = ? || s.id AND kind = ? AND ? IN ('', unit) AND ? IN (0, year)) AS c
      """
          .formatted(LARGEST);

  private final Index index;
  private final Entries entries;

  public NameFacets(Index index, Entries entries) {
    this.index = index;
    this.entries = entries;
  }

  /**
   * The names with the most entries.
   *
   * @param counts by id, the most first, none of them zero
   * @param isAll whether no other name stands in the list
   */
  public record Largest(SequencedMap<String, Long> counts, boolean isAll) {

    /** Nothing that could be chosen. */
    public static final Largest NONE = new Largest(new LinkedHashMap<>(), true);

    private static final Comparator<Row> MOST_FIRST =
        Comparator.comparingLong(Row::entries).reversed().thenComparing(Row::id);

    private static Largest of(List<Row> rows, boolean isAll) {
      List<Row> some = rows.stream().filter(row -> row.entries() > 0).sorted(MOST_FIRST).toList();
      SequencedMap<String, Long> counts = new LinkedHashMap<>();
      some.stream().limit(MOST).forEach(row -> counts.put(row.id(), row.entries()));
      return new Largest(counts, isAll && some.size() <= MOST);
    }
  }

  /**
   * What a list can be narrowed down to.
   *
   * @param funds by id
   * @param organisations owners of the funds and those who stated the entries
   * @param recipients organisations at the other side
   */
  public record Counts(Largest funds, Largest organisations, Largest recipients) {

    /** A list of organisations: nearly each of them stands in it once. */
    private static final Counts NONE = new Counts(Largest.NONE, Largest.NONE, Largest.NONE);
  }

  private record Row(String id, long entries) {

    static Row read(ResultSet row, int number) throws SQLException {
      return new Row(row.getString(1), row.getLong(2));
    }
  }

  /** Who an entry names. */
  private record Named(
      @Nullable String fund, @Nullable String owner, String statedBy, @Nullable String recipient) {

    static Named read(ResultSet row, int number) throws SQLException {
      return new Named(row.getString(1), row.getString(2), row.getString(3), row.getString(4));
    }

    Stream<String> organisations() {
      return Stream.of(owner, statedBy).filter(Objects::nonNull).distinct();
    }
  }

  /**
   * The names of a list; those that it would take too long to count are left out.
   *
   * @param counted what the same list has by kind; empty if it is too long to be counted
   */
  public Counts of(EntryQuery asked, Optional<Facets.Counts> counted) {
    if (asked.kinds().equals(Set.of(Kind.ORGANISATION))) {
      return Counts.NONE;
    }
    EntryQuery query = asked.order(EntryQuery.Order.NEWEST);
    return index.snapshot(() -> {
      Optional<Largest> funds = kept(Of.FUND, query.anyFund());
      Optional<Largest> organisations = kept(Of.ORGANISATION, query.organisation(null));
      List<Named> few = counted.filter(NameFacets::isShort).map(c -> all(query)).orElse(List.of());
      return new Counts(
          funds.orElseGet(
              () -> chosenOr(query.fund(), few, named -> Stream.ofNullable(named.fund()))),
          organisations.orElseGet(() -> chosenOr(query.organisation(), few, Named::organisations)),
          chosenOr(query.recipient(), few, named -> Stream.ofNullable(named.recipient())));
    });
  }

  /** What was counted beforehand; empty where the other filters are of another kind. */
  private Optional<Largest> kept(Of of, EntryQuery others) {
    if (others.kinds().size() != 1 || !isCounted(of, others.kinds().iterator().next())) {
      return Optional.empty();
    }
    boolean ofSomeDays = (others.from() != null || others.to() != null) && others.year() == null;
    if (ofSomeDays || others.minAmount() != null || others.maxAmount() != null) {
      return Optional.empty();
    }
    String owner = others.organisation();
    EntryQuery scope = others.dated(null, null).amounts(null, null, null);
    if (scope.equals(EntryQuery.ALL.kinds(others.kinds()))) {
      return Optional.of(largest(of, "of = ?", of.label(), others));
    }
    return of == Of.FUND && scope.equals(EntryQuery.ALL.kinds(others.kinds()).organisation(owner))
        ? Optional.of(largest(of, "owner = ?", Objects.requireNonNull(owner), others))
        : Optional.empty();
  }

  /** Of a fund only what moves it was counted. */
  private static boolean isCounted(Of of, Kind kind) {
    return of == Of.ORGANISATION || Flow.class.isAssignableFrom(kind.type());
  }

  private Largest largest(Of of, String whose, String value, EntryQuery query) {
    String kind = query.kinds().iterator().next().label();
    Integer year = query.year();
    if (query.unit() == null && year == null) {
      List<Row> rows = index.list(LARGEST.formatted(whose), Row::read, value, kind, MOST + 1);
      return Largest.of(rows, true);
    }
    List<Row> rows =
        index.list(
            NARROWED.formatted(whose),
            Row::read,
            value,
            kind,
            CANDIDATES + 1,
            of == Of.FUND ? ListCounts.ofFund("") : ListCounts.ofOrganisation(""),
            kind,
            Objects.requireNonNullElse(query.unit(), ""),
            Objects.requireNonNullElse(year, 0));
    return Largest.of(rows, rows.size() <= CANDIDATES);
  }

  private static boolean isShort(Facets.Counts counts) {
    return counts.kinds().values().stream().mapToLong(Long::longValue).sum() <= FEW;
  }

  /** All entries of a short list. */
  private List<Named> all(EntryQuery query) {
    Long[] leaves = entries.leaves(query, FEW).toArray(Long[]::new);
    return index.list(
        "SELECT fund, owner, stated_by, party FROM entry WHERE leaf = ANY (?)",
        Named::read,
        (Object) leaves);
  }

  /** Of a name that is chosen the list says nothing of the others. */
  private static Largest chosenOr(
      @Nullable String chosen, List<Named> few, Function<Named, Stream<String>> names) {
    if (chosen != null) {
      return Largest.NONE;
    }
    Map<String, Long> counts = new TreeMap<>();
    few.stream().flatMap(names).forEach(name -> counts.merge(name, 1L, Long::sum));
    List<Row> rows = new ArrayList<>();
    counts.forEach((name, count) -> rows.add(new Row(name, count)));
    return Largest.of(rows, true);
  }
}
