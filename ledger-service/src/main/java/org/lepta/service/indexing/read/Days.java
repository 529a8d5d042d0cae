package org.lepta.service.indexing.read;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Correction;
import org.lepta.ledger.entry.Flag;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.indexing.Contribution;
import org.springframework.stereotype.Component;

/**
 * What each day brought, by the ledger's own time: that of the transactions, in UTC. Days are parts
 * of the log, one behind the other; one on which nothing was recorded is not there. Thread-safe.
 */
@Component
public final class Days {

  private static final String DAYS = "SELECT day, first, size, late FROM log_day WHERE ";

  private static final String CHANGES =
      """
      SELECT leaf, fund, owner, managed, committed, bytes FROM entry WHERE leaf IN (
        (SELECT leaf FROM entry WHERE kind = 'correction' AND leaf >= ? AND leaf < ?
          ORDER BY leaf LIMIT ?)
        UNION
        (SELECT leaf FROM entry WHERE flags & 1 <> 0 AND leaf >= ? AND leaf < ?
          ORDER BY leaf LIMIT ?))
      ORDER BY leaf LIMIT ?
      """;

  /** What each correction corrects: the first entry with the id, as everywhere. */
  private static final String TARGETS =
      """
      SELECT k.leaf, t.leaf, t.business_date, d.day
      FROM unnest(?::bigint[], ?::text[], ?::text[], ?::text[]) AS k (leaf, fund, kind, id)
      JOIN LATERAL (SELECT e.leaf, e.business_date FROM entry e
        WHERE e.id = k.id AND e.kind = k.kind AND e.fund = k.fund AND e.leaf < k.leaf
        ORDER BY e.leaf LIMIT 1) t ON true
      JOIN LATERAL (SELECT day FROM log_day WHERE first <= t.leaf
        ORDER BY first DESC LIMIT 1) d ON true
      """;

  private final Index index;

  public Days(Index index) {
    this.index = index;
  }

  /**
   * A day.
   *
   * @param first leaf index of its first entry
   * @param size of the log at its end; of the newest day, for now
   * @param late entries that were recorded late
   * @param sums by kind, mode and unit
   */
  public record Day(LocalDate date, long first, long size, long late, List<DaySum> sums) {
    public Day {
      sums = List.copyOf(sums);
    }

    /** Entries of a kind. */
    public long entries(Kind kind) {
      return sums.stream().filter(sum -> sum.kind() == kind).mapToLong(DaySum::entries).sum();
    }
  }

  /**
   * Entries of a day, of one kind.
   *
   * @param moved what they moved; absent for those that moved nothing
   */
  public record DaySum(Kind kind, @Nullable Moved moved, long entries) {}

  /**
   * Money of one mode and unit.
   *
   * @param amount in units; of corrections what they take back, below nothing
   */
  public record Moved(boolean managed, String unit, BigDecimal amount) {}

  /**
   * An entry that changes figures of an earlier day: a correction, or one that was recorded late.
   *
   * @param parts what it adds to the figures of its fund
   * @param target what it corrects; absent for late entries, and where a statement names none
   */
  public record Change(EntryRecord entry, List<Contribution> parts, @Nullable Target target) {
    public Change {
      parts = List.copyOf(parts);
    }

    /** Whether it was recorded later than its fund allows. */
    public boolean isLate() {
      return entry.leaf().flags().contains(Flag.LATE);
    }
  }

  /**
   * What is corrected.
   *
   * @param happenedOn when it happened, else was decided
   * @param recordedOn the day of the ledger that brought it
   */
  public record Target(long leaf, @Nullable LocalDate happenedOn, LocalDate recordedOn) {}

  /**
   * Days from the newest on.
   *
   * @param from the first that may be among them; null for any
   * @param before they are before this one; null for any
   */
  public List<Day> newest(@Nullable LocalDate from, @Nullable LocalDate before, int limit) {
    return index.snapshot(() -> {
      List<Day> days =
          index.list(
              DAYS + "day >= ? AND day < ? ORDER BY day DESC LIMIT ?",
              Days::day,
              from == null ? LocalDate.EPOCH : from,
              before == null ? LocalDate.of(9999, 12, 31) : before,
              limit);
      return withSums(days);
    });
  }

  /** A day on which something was recorded. */
  public Optional<Day> find(LocalDate date) {
    return index.snapshot(
        () -> withSums(index.list(DAYS + "day = ?", Days::day, date)).stream().findFirst());
  }

  /** The days nearest to one, where there are any: the one before it, the one behind it. */
  public Neighbours around(LocalDate date) {
    return new Neighbours(
        nearest("SELECT max(day) FROM log_day WHERE day < ?", date),
        nearest("SELECT min(day) FROM log_day WHERE day > ?", date));
  }

  /** The days nearest to one. */
  public record Neighbours(@Nullable LocalDate before, @Nullable LocalDate behind) {}

  private @Nullable LocalDate nearest(String sql, LocalDate date) {
    return index
        .list(sql, (row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class)), date)
        .getFirst()
        .orElse(null);
  }

  /**
   * What changes earlier days, in log order.
   *
   * @param from leaf index to begin at; null for the day's first
   * @param limit at least 1
   */
  public List<Change> changes(Day day, @Nullable Long from, int limit) {
    long first = from == null ? day.first() : Math.max(from, day.first());
    return index.snapshot(() -> {
      List<EntryRecord> entries =
          index.list(
              CHANGES, Entries::record, first, day.size(), limit, first, day.size(), limit, limit);
      Map<Long, Target> targets = targets(entries);
      return entries.stream()
          .map(entry -> new Change(entry, parts(entry), targets.get(entry.index())))
          .toList();
    });
  }

  private static List<Contribution> parts(EntryRecord entry) {
    return entry.hasEffect() && entry.entry().body() instanceof Flow flow
        ? Contribution.of(flow)
        : List.of();
  }

  private Map<Long, Target> targets(List<EntryRecord> entries) {
    List<EntryRecord> named =
        entries.stream()
            .filter(entry -> entry.entry().body() instanceof Correction c && c.target() != null)
            .toList();
    Map<Long, Target> targets = new HashMap<>();
    if (!named.isEmpty()) {
      List<Correction> corrections =
          named.stream().map(entry -> (Correction) entry.entry().body()).toList();
      index.list(
          TARGETS,
          (row, n) ->
              targets.put(
                  row.getLong(1),
                  new Target(
                      row.getLong(2),
                      row.getObject(3, LocalDate.class),
                      row.getObject(4, LocalDate.class))),
          named.stream().map(EntryRecord::index).toArray(Long[]::new),
          corrections.stream().map(Correction::fund).toArray(String[]::new),
          corrections.stream().map(c -> Kind.of(c.reverses()).label()).toArray(String[]::new),
          corrections.stream().map(Correction::target).toArray(String[]::new));
    }
    return targets;
  }

  private static Day day(ResultSet row, int number) throws SQLException {
    return new Day(
        row.getObject("day", LocalDate.class),
        row.getLong("first"),
        row.getLong("size"),
        row.getLong("late"),
        List.of());
  }

  private List<Day> withSums(List<Day> days) {
    Map<LocalDate, List<DaySum>> sums = new HashMap<>();
    index.list(
        "SELECT day, kind, mode, unit, amount, entries FROM day_sum WHERE day = ANY (?::date[])"
            + " ORDER BY day, kind, mode, unit",
        (row, n) ->
            sums.computeIfAbsent(row.getObject("day", LocalDate.class), day -> new ArrayList<>())
                .add(sum(row)),
        (Object) days.stream().map(day -> day.date().toString()).toArray(String[]::new));
    return days.stream()
        .map(day ->
            new Day(
                day.date(),
                day.first(),
                day.size(),
                day.late(),
                sums.getOrDefault(day.date(), List.of())))
        .toList();
  }

  private static DaySum sum(ResultSet row) throws SQLException {
    String mode = row.getString("mode");
    return new DaySum(
        Kind.ofLabel(row.getString("kind")).orElseThrow(),
        mode.isEmpty()
            ? null
            : new Moved(mode.equals("managed"), row.getString("unit"), row.getBigDecimal("amount")),
        row.getLong("entries"));
  }
}
