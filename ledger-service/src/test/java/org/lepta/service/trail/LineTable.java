package org.lepta.service.trail;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lepta.service.indexing.IndexedEntry;

/** Lines in memory, told as the tables of docs/reference/trails. */
final class LineTable {

  private final Map<BookKey, LineBook> books = new LinkedHashMap<>();
  private final List<IndexedEntry> entries = new ArrayList<>();

  static LineTable of(TestLog log) {
    LineTable table = new LineTable();
    log.entries().forEach(table::apply);
    return table;
  }

  void apply(IndexedEntry entry) {
    entries.add(entry);
    for (Movement movement : Movements.of(entry)) {
      String fund = Objects.requireNonNull(entry.fund()).id();
      BookKey key = new BookKey(fund, movement.unit().code());
      new PooledLine(books.computeIfAbsent(key, k -> new LineBook())).apply(movement);
    }
  }

  Map<BookKey, LineBook> books() {
    return books;
  }

  /** Every draw as {@code gift from-to > payment from-to}, in the order they were made. */
  List<String> draws() {
    List<String> told = new ArrayList<>();
    for (LineBook book : books.values()) {
      for (Draw d : book.changes().newDraws) {
        told.add(
            "%s > %s %d-%d"
                .formatted(
                    origin(d.origin(), d.amount()),
                    id(d.payment()),
                    d.spentOffset(),
                    d.spentOffset() + d.amount()));
      }
    }
    return told;
  }

  /** Every void as {@code gift from-to x refund}. */
  List<String> voids() {
    List<String> told = new ArrayList<>();
    for (LineBook book : books.values()) {
      for (Voided v : book.changes().newVoids) {
        told.add(origin(v.origin, v.amount) + " x " + id(v.leaf));
      }
    }
    return told;
  }

  /** Units that came back as {@code gift from-to by entry}. */
  List<String> back() {
    List<String> told = new ArrayList<>();
    for (LineBook book : books.values()) {
      for (Given g : book.changes().newGivens) {
        if (g.origin == null || g.origin.leaf() != g.leaf) {
          told.add(origin(g.origin, g.amount) + " by " + id(g.leaf));
        }
      }
    }
    return told;
  }

  /** Units that no payment drew yet, as {@code gift from-to}, oldest first. */
  List<String> unspent() {
    List<String> told = new ArrayList<>();
    for (LineBook book : books.values()) {
      for (Given g : book.changes().newGivens) {
        if (g.unspent() > 0) {
          told.add(origin(g.originAt(g.drawn()), g.unspent()));
        }
      }
    }
    return told;
  }

  /** Spending beyond what was given, as {@code payment from-to}. */
  List<String> uncovered() {
    List<String> told = new ArrayList<>();
    for (LineBook book : books.values()) {
      for (Spent s : book.changes().newSpents) {
        if (s.uncovered() > 0) {
          told.add("%s %d-%d".formatted(id(s.leaf), s.covered(), s.standing()));
        }
      }
    }
    return told;
  }

  /** Uncovered spending that was taken back, as {@code payment from-to by entry}. */
  List<String> reliefs() {
    List<String> told = new ArrayList<>();
    for (LineBook book : books.values()) {
      for (Spent s : book.changes().newSpents) {
        for (Relief r : book.changes().newReliefs) {
          if (r.line() == s.line && r.spent() == s.no) {
            told.add(
                "%s %d-%d by %s"
                    .formatted(
                        id(s.leaf), r.spentOffset(), r.spentOffset() + r.amount(), id(r.leaf())));
          }
        }
      }
    }
    return told;
  }

  /** Unspent less uncovered over all lines of a book. */
  BigInteger stands(BookKey key) {
    LineBook book = books.get(key);
    return book == null ? BigInteger.ZERO : book.moved();
  }

  private String origin(@Nullable Origin origin, long amount) {
    return origin == null
        ? "? " + amount
        : "%s %d-%d".formatted(id(origin.leaf()), origin.offset(), origin.offset() + amount);
  }

  private String id(long leaf) {
    return entries.get((int) leaf).entry().id();
  }
}
