package org.lepta.service.trail;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lepta.service.trail.PoolBook.Extent;

/**
 * Reads what refunds and corrections of a group need of the stored pools: months, the entries that
 * they name, and what was changed since.
 */
final class PoolLoader {

  private record Named(long line, long leaf) {}

  private record Found(Named named, Extent extent) {}

  private final Connection connection;
  private final Map<Long, PoolBook> pools = new HashMap<>();
  private final List<Named> named = new ArrayList<>();

  PoolLoader(Connection connection, Collection<BookWork> works) {
    this.connection = connection;
    for (BookWork work : works) {
      Line general = work.book.find(Line.GENERAL);
      Set<Source> targets = new LinkedHashSet<>(work.loweredGifts());
      targets.addAll(work.loweredPayments());
      if (general != null && !(targets.isEmpty() && work.returnedGrants().isEmpty())) {
        pools.put(general.id, work.book.pool);
        targets.stream()
            .flatMap(target -> work.book.leavesOf(target).stream())
            .distinct()
            .forEach(leaf -> named.add(new Named(general.id, leaf)));
      }
    }
  }

  void load() throws SQLException {
    Sql.query(
            connection,
            "SELECT m.* FROM unnest(?) AS k (line) JOIN pool_month m ON m.line = k.line ORDER BY"
                + " m.line, m.first_leaf",
            pools.keySet(),
            List.of(Sql.bigint(line -> line)),
            PoolLoader::month)
        .forEach(month -> pool(month.line()).load(month));
    extents("line_given")
        .forEach(f -> pool(f.named().line()).loadGiven(f.named().leaf(), f.extent()));
    extents("line_spent")
        .forEach(f -> pool(f.named().line()).loadSpent(f.named().leaf(), f.extent()));
    loadChanges();
  }

  private PoolBook pool(long line) {
    PoolBook pool = pools.get(line);
    if (pool == null) {
      throw new IllegalStateException("the pool of line " + line + " was not asked for");
    }
    return pool;
  }

  private List<Found> extents(String table) throws SQLException {
    return Sql.query(
        connection,
        "SELECT p.line, p.leaf, min(p.starts) AS starts, sum(p.amount) AS amount FROM unnest(?, ?)"
            + " AS k (line, leaf) JOIN %s p ON p.line = k.line AND p.leaf = k.leaf".formatted(table)
            + " GROUP BY p.line, p.leaf",
        named,
        List.of(Sql.bigint(Named::line), Sql.bigint(Named::leaf)),
        row ->
            new Found(
                new Named(row.getLong("line"), row.getLong("leaf")),
                new Extent(Sql.integerOf(row, "starts"), Sql.integerOf(row, "amount"))));
  }

  /** All changes since the month in which the oldest of the named entries stands. */
  private void loadChanges() throws SQLException {
    Map<Long, Long> since = new HashMap<>();
    pools.forEach((line, pool) -> since.put(line, pool.currentFrom()));
    for (Named entry : named) {
      PoolBook pool = pool(entry.line());
      PoolMonth month = pool.months().get(pool.monthOf(entry.leaf()));
      since.merge(entry.line(), month.firstLeaf(), Math::min);
    }
    Sql.query(
            connection,
            "SELECT c.* FROM unnest(?, ?) AS k (line, since) JOIN pool_change c ON c.line = k.line"
                + " AND c.leaf >= k.since ORDER BY c.line, c.leaf, c.part",
            since.entrySet(),
            List.of(Sql.bigint(Map.Entry::getKey), Sql.bigint(Map.Entry::getValue)),
            PoolLoader::change)
        .forEach(change -> pool(change.line()).load(change));
  }

  static PoolMonth month(ResultSet row) throws SQLException {
    return new PoolMonth(
        row.getLong("line"),
        YearMonth.parse(row.getString("month")),
        row.getLong("first_leaf"),
        Sql.integerOf(row, "opening"),
        Sql.integerOf(row, "waiting"),
        Sql.integerOf(row, "given"),
        Sql.integerOf(row, "spent"),
        row.getLong("gifts"),
        row.getLong("payments"));
  }

  private static PoolChange change(ResultSet row) throws SQLException {
    return new PoolChange(
        row.getLong("line"),
        row.getLong("leaf"),
        row.getInt("part"),
        row.getBoolean("paid"),
        row.getLong("act"),
        row.getLong("source"),
        row.getLong("amount"));
  }
}
