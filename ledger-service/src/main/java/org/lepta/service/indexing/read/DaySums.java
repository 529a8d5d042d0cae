package org.lepta.service.indexing.read;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lepta.ledger.entry.Correction;
import org.lepta.ledger.entry.Flag;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.money.Amount;
import org.lepta.service.indexing.IndexedEntry;
import org.lepta.service.indexing.Projection;
import org.lepta.service.indexing.Sum;
import org.lepta.service.indexing.Upsert;

/** Keeps what each day brought in step with the log. */
public final class DaySums implements Projection {

  private static final String ADD_DAYS =
      """
      INSERT INTO log_day AS d (day, first, size, late)
      SELECT * FROM unnest(?::date[], ?::bigint[], ?::bigint[], ?::bigint[])
      ON CONFLICT (day) DO UPDATE SET size = excluded.size, late = d.late + excluded.late
      """;

  private static final String ADD_SUMS =
      """
      INSERT INTO day_sum AS s (day, kind, mode, unit, amount, entries)
      SELECT * FROM unnest(?::date[], ?::text[], ?::text[], ?::text[], ?::numeric[], ?::bigint[])
      ON CONFLICT (day, kind, mode, unit) DO UPDATE
      SET amount = s.amount + excluded.amount, entries = s.entries + excluded.entries
      """;

  private record Span(long first, long size, long late) {
    Span with(IndexedEntry entry) {
      return new Span(first, entry.index() + 1, late + (isLate(entry) ? 1 : 0));
    }
  }

  private record Key(LocalDate day, String kind, String mode, String unit) {}

  @Override
  public void apply(Connection connection, List<IndexedEntry> entries) throws SQLException {
    if (entries.isEmpty()) {
      return;
    }
    Map<LocalDate, Span> days = new TreeMap<>();
    Map<Key, Sum> sums = new HashMap<>();
    LocalDate day = newest(connection);
    for (IndexedEntry entry : entries) {
      LocalDate own = LocalDate.ofInstant(entry.committed(), ZoneOffset.UTC);
      day = own.isAfter(day) ? own : day;
      days.put(day, days.getOrDefault(day, new Span(entry.index(), entry.index(), 0)).with(entry));
      sums.merge(key(day, entry), sum(entry), Sum::plus);
    }
    save(connection, days, sums);
  }

  private static LocalDate newest(Connection connection) throws SQLException {
    try (PreparedStatement query =
            connection.prepareStatement("SELECT day FROM log_day ORDER BY day DESC LIMIT 1");
        ResultSet row = query.executeQuery()) {
      return row.next() ? row.getObject(1, LocalDate.class) : LocalDate.EPOCH;
    }
  }

  private static boolean isLate(IndexedEntry entry) {
    return entry.leaf().flags().contains(Flag.LATE);
  }

  private static Key key(LocalDate day, IndexedEntry entry) {
    String kind = entry.entry().kind().label();
    if (entry.hasEffect() && entry.fund() != null && entry.entry().body() instanceof Flow flow) {
      String mode = entry.fund().isManaged() ? "managed" : "reported";
      return new Key(day, kind, mode, flow.unit().code());
    }
    return new Key(day, kind, "", "");
  }

  private static Sum sum(IndexedEntry entry) {
    if (entry.hasEffect() && entry.fund() != null && entry.entry().body() instanceof Flow flow) {
      Amount amount = flow instanceof Correction ? flow.amount().negated() : flow.amount();
      return Sum.of(amount.toBigDecimal());
    }
    return new Sum(Amount.ZERO.toBigDecimal(), 1);
  }

  private static void save(Connection connection, Map<LocalDate, Span> days, Map<Key, Sum> sums)
      throws SQLException {
    Upsert.<Map.Entry<LocalDate, Span>>run(
        connection,
        ADD_DAYS,
        days.entrySet(),
        e -> e.getKey().toString(),
        e -> e.getValue().first(),
        e -> e.getValue().size(),
        e -> e.getValue().late());
    Upsert.<Map.Entry<Key, Sum>>run(
        connection,
        ADD_SUMS,
        sums.entrySet(),
        e -> e.getKey().day().toString(),
        e -> e.getKey().kind(),
        e -> e.getKey().mode(),
        e -> e.getKey().unit(),
        e -> e.getValue().amount(),
        e -> e.getValue().entries());
  }
}
