package org.lepta.service.trail;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Reads the newest payments of grants whose money comes back, page by page, until they cover what
 * the group can take back.
 */
final class GrantPayments {

  private static final int FIRST_PAGE = 16;
  private static final int GROWTH = 8;

  private final Connection connection;
  private final Collection<BookWork> works;
  private final Taker taker;

  /** Puts payments into their books. */
  @FunctionalInterface
  interface Taker {
    void take(List<Spent> payments) throws SQLException;
  }

  GrantPayments(Connection connection, Collection<BookWork> works, Taker taker) {
    this.connection = connection;
    this.works = works;
    this.taker = taker;
  }

  private static final class Search {
    final BookWork work;
    final String grant;
    long before = Long.MAX_VALUE;
    long have;

    Search(BookWork work, String grant) {
      this.work = work;
      this.grant = grant;
    }
  }

  void load() throws SQLException {
    load("taken < amount", Spent::standing);
    load("covered < amount - taken", Spent::uncovered);
  }

  private void load(String condition, ToLongFunction<Spent> counts) throws SQLException {
    List<Search> open = new ArrayList<>();
    for (BookWork work : works) {
      work.returnedGrants().forEach(grant -> open.add(new Search(work, grant)));
    }
    for (long page = FIRST_PAGE; !open.isEmpty(); page *= GROWTH) {
      List<Found> found = page(open, condition, page);
      taker.take(found.stream().map(Found::payment).toList());
      long[] counted = new long[open.size()];
      for (Found row : found) {
        Search search = open.get(row.search());
        counted[row.search()]++;
        search.before = Math.min(search.before, row.payment().leaf);
        long have = search.have + counts.applyAsLong(row.payment());
        search.have = have < 0 ? Long.MAX_VALUE : have;
      }
      List<Search> still = new ArrayList<>();
      for (int i = 0; i < open.size(); i++) {
        if (counted[i] == page && open.get(i).have < open.get(i).work.back()) {
          still.add(open.get(i));
        }
      }
      open.clear();
      open.addAll(still);
    }
  }

  private record Found(int search, Spent payment) {}

  private List<Found> page(List<Search> open, String condition, long page) throws SQLException {
    return Sql.query(
        connection,
        "SELECT k.search, s.* FROM unnest(?, ?, ?, ?) WITH ORDINALITY AS k (fund, unit, grant_id,"
            + " before, search) CROSS JOIN LATERAL (SELECT * FROM line_spent s WHERE s.fund ="
            + " k.fund AND s.unit = k.unit AND s.grant_id = k.grant_id AND s.grant_id IS NOT NULL"
            + " AND s.leaf < k.before AND s."
            + condition
            + " ORDER BY s.leaf DESC LIMIT ?) s",
        open,
        List.of(
            Sql.text(search -> search.work.key.fund()),
            Sql.text(search -> search.work.key.unit()),
            Sql.text(search -> search.grant),
            Sql.bigint(search -> search.before)),
        row -> new Found(row.getInt("search") - 1, LineRows.spent(row)),
        page);
  }
}
