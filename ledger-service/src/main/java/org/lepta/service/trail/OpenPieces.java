package org.lepta.service.trail;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Reads unspent pieces and uncovered payments from the oldest on, page by page for all lines
 * together, until they cover what the group can move.
 */
final class OpenPieces {

  private static final int FIRST_PAGE = 8;
  private static final int GROWTH = 8;

  private final Connection connection;
  private final Collection<BookWork> works;

  OpenPieces(Connection connection, Collection<BookWork> works) {
    this.connection = connection;
    this.works = works;
  }

  private static final class Search {
    final BookWork work;
    final Line line;
    long have;
    long rows;

    Search(BookWork work, Line line) {
      this.work = work;
      this.line = line;
    }

    void count(long units) {
      rows++;
      long sum = have + units;
      have = sum < 0 ? Long.MAX_VALUE : sum;
    }
  }

  void load() throws SQLException {
    loadGivens();
    loadSpents();
  }

  private void loadGivens() throws SQLException {
    List<Search> open = new ArrayList<>();
    for (BookWork work : works) {
      for (Line line : work.book.lines()) {
        if (work.out() > 0 && line.hasUnspent()) {
          open.add(new Search(work, line));
        }
      }
    }
    for (long page = FIRST_PAGE; !open.isEmpty(); page *= GROWTH) {
      for (Found<Given> row : givens(open, page)) {
        Search search = open.get(row.search());
        Given piece = row.piece();
        search.work.book.load(piece);
        search.line.givens.loaded(piece.no);
        search.count(piece.unspent());
      }
      long full = page;
      open.stream()
          .filter(search -> search.rows < full)
          .forEach(search -> search.line.givens.loaded(search.line.givens.last()));
      open.removeIf(search -> search.rows < full || search.have > search.work.out());
      open.forEach(search -> search.rows = 0);
    }
  }

  private void loadSpents() throws SQLException {
    List<Search> open = new ArrayList<>();
    for (BookWork work : works) {
      for (Line line : work.book.lines()) {
        if (work.in() > 0 && line.hasUncovered()) {
          open.add(new Search(work, line));
        }
      }
    }
    for (long page = FIRST_PAGE; !open.isEmpty(); page *= GROWTH) {
      for (Found<Spent> row : spents(open, page)) {
        Search search = open.get(row.search());
        Spent payment = row.piece();
        search.work.book.load(payment);
        search.line.spents.loaded(payment.no);
        search.count(payment.uncovered());
      }
      long full = page;
      open.stream()
          .filter(search -> search.rows < full)
          .forEach(search -> search.line.spents.loaded(search.line.spents.last()));
      open.removeIf(search -> search.rows < full || search.have > search.work.in());
      open.forEach(search -> search.rows = 0);
    }
  }

  private record Found<T>(int search, T piece) {}

  private List<Found<Given>> givens(List<Search> open, long page) throws SQLException {
    return page(
        "line_given",
        "drawn + voided < amount",
        open,
        page,
        search -> search.line.givens.loadedThrough(),
        row -> new Found<>(row.getInt("search") - 1, LineRows.given(row)));
  }

  private List<Found<Spent>> spents(List<Search> open, long page) throws SQLException {
    return page(
        "line_spent",
        "covered < amount - taken",
        open,
        page,
        search -> search.line.spents.loadedThrough(),
        row -> new Found<>(row.getInt("search") - 1, LineRows.spent(row)));
  }

  private <T> List<T> page(
      String table,
      String condition,
      List<Search> open,
      long page,
      ToLongFunction<Search> after,
      Sql.Row<T> reader)
      throws SQLException {
    return Sql.query(
        connection,
        "SELECT k.search, p.* FROM unnest(?, ?) WITH ORDINALITY AS k (line, after, search) CROSS"
            + " JOIN LATERAL (SELECT * FROM %s p WHERE p.line = k.line AND p.no > k.after AND %s"
                .formatted(table, condition)
            + " ORDER BY p.no LIMIT ?) p ORDER BY k.search, p.no",
        open,
        List.of(Sql.bigint(search -> search.line.id), Sql.bigint(after::applyAsLong)),
        reader,
        page);
  }
}
