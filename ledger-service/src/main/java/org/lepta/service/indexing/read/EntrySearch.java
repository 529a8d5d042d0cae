package org.lepta.service.indexing.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lepta.service.indexing.read.EntryQuery.Sort;

/**
 * Finds the leaf indexes of one page. Where an index has the order and the filters, its first rows
 * are the page. Where filters would be tested on the way through such an order, only the next
 * {@link #WINDOW} leaves are read that way: what lets many through fills the page there. Else few
 * are let through, or all of them are far away; then an index leads to all that a filter lets
 * through, and they are sorted.
 */
final class EntrySearch {

  /** Entries that are read in the order of the list, whatever the filters let through. */
  static final long WINDOW = 10_000;

  /**
   * Where an entry stands.
   *
   * @param day business date, if it has one
   * @param amount in ten-thousandths, if it has one
   */
  record Place(long leaf, @Nullable LocalDate day, @Nullable Long amount) {

    static Place read(ResultSet row, int number) throws SQLException {
      return new Place(
          row.getLong(1), row.getObject(2, LocalDate.class), row.getObject(3, Long.class));
    }
  }

  private final EntryQuery query;
  private final Found hits;
  private final long begin;
  private final long size;
  private final @Nullable Place after;
  private final int limit;
  private final long window;

  /**
   * Looks for a page.
   *
   * @param size of the log
   * @param after the last entry before the page; null for the first page
   */
  EntrySearch(
      EntryQuery query, Found hits, long size, @Nullable Place after, int limit, long window) {
    this.query = query;
    this.hits = hits;
    Long since = query.span().since();
    this.begin = since == null ? 0 : since;
    this.size = size;
    this.after = after;
    this.limit = limit;
    this.window = window;
  }

  /** The leaf indexes in the order of the query. */
  List<Long> run(Index index) {
    return switch (query.order().by()) {
      case LEAF -> byLeaf(index, after, limit, null);
      case DATE -> byDate(index);
      case AMOUNT -> {
        Supplier<EntrySql> sql =
            () -> {
              EntrySql all = new EntrySql(query, hits, begin, size, limit).sortedBy(Sort.AMOUNT);
              return after == null ? all : all.behind("e.amount", after.amount(), after);
            };
        yield byKey(index, sql);
      }
    };
  }

  /** Those with a date by their date, then those without by their place in the log. */
  private List<Long> byDate(Index index) {
    List<Long> found = new ArrayList<>();
    boolean atUndated = after != null && after.day() == null;
    if (!atUndated) {
      Supplier<EntrySql> sql =
          () -> {
            EntrySql all =
                new EntrySql(query, hits, begin, size, limit)
                    .sortedBy(Sort.DATE)
                    .and(EntrySql.DATED);
            return after == null ? all : all.behind("e.business_date", after.day(), after);
          };
      found.addAll(byKey(index, sql));
    }
    if (found.size() < limit && query.from() == null && query.to() == null) {
      found.addAll(byLeaf(index, atUndated ? after : null, limit - found.size(), EntrySql.UNDATED));
    }
    return found;
  }

  /**
   * No index has the order of a date or amount within a fund or organisation. What is theirs is
   * sorted if it is little. If it is much, it is met often on the way through the order of all: the
   * next entries of that are read, and only if they do not fill the page, all of theirs is sorted.
   * In between it is sorted too: an index has all that this needs, while every entry on the way
   * through the order of all is read from another place of the table.
   */
  private List<Long> byKey(Index index, Supplier<EntrySql> sql) {
    EntrySql first = sql.get();
    if (!first.isLed()) {
      return first.walked(index);
    }
    RareFilters names = new RareFilters(query, window);
    boolean few = first.isNarrow() || limit > window || names.namesFew(index);
    if (few || !names.areMetOften(index, limit)) {
      return first.sorted(index);
    }
    List<Long> found = first.walkedWithin(index, window);
    return found.size() == limit ? found : sql.get().sorted(index);
  }

  private List<Long> byLeaf(
      Index index, @Nullable Place last, int most, @Nullable String condition) {
    boolean ascending = query.order().ascending();
    long first = ascending && last != null ? Math.max(begin, last.leaf() + 1) : begin;
    long tooFar = !ascending && last != null ? Math.min(last.leaf(), size) : size;
    EntrySql whole = new EntrySql(query, hits, first, tooFar, most).and(condition);
    if (!whole.isTested()) {
      return whole.walked(index);
    }
    long near = ascending ? Math.min(tooFar, first + window) : Math.max(first, tooFar - window);
    List<Long> found =
        new EntrySql(query, hits, ascending ? first : near, ascending ? near : tooFar, most)
            .and(condition)
            .walked(index);
    boolean done = found.size() == most || near == (ascending ? tooFar : first);
    return done ? found : whole.sorted(index);
  }
}
