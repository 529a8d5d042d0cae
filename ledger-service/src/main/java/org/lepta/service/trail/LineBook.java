package org.lepta.service.trail;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one fund and unit with their pieces, and what was added or changed. It may hold only
 * the part of stored lines that the coming movements need. Not thread-safe.
 */
final class LineBook {

  private record No(long line, long no) {}

  private final Map<String, Line> lines = new LinkedHashMap<>();
  private final Map<Long, Line> linesById = new HashMap<>();
  private final Map<Source, Set<Long>> leaves = new HashMap<>();
  private final Map<No, Given> givens = new HashMap<>();
  private final Map<Long, List<Given>> givensByOrigin = new HashMap<>();
  private final Map<Long, List<Given>> givensByLeaf = new HashMap<>();
  private final Map<Long, Spent> spents = new HashMap<>();
  private final Map<String, List<Spent>> spentsByGrant = new HashMap<>();
  private final Map<No, TreeMap<Long, Draw>> draws = new HashMap<>();
  private final Map<Long, List<Voided>> voids = new HashMap<>();
  private final LineChanges changes = new LineChanges();
  final PoolBook pool = new PoolBook();
  private BigInteger stood = BigInteger.ZERO;

  LineChanges changes() {
    return changes;
  }

  Collection<Line> lines() {
    return lines.values();
  }

  /** By how much the lines' unspent less uncovered units moved since they were loaded. */
  BigInteger moved() {
    return lines.values().stream()
        .map(Line::stands)
        .reduce(BigInteger.ZERO, BigInteger::add)
        .subtract(stood);
  }

  // What is stored.

  void load(Line line) {
    stood = stood.add(line.stands());
    lines.put(line.earmark, line);
    linesById.put(line.id, line);
  }

  void load(Source source, long leaf) {
    leaves.computeIfAbsent(source, key -> new LinkedHashSet<>()).add(leaf);
  }

  void load(Given piece) {
    if (givens.containsKey(new No(piece.line, piece.no))) {
      return;
    }
    index(piece);
    if (piece.unspent() > 0) {
      line(piece.line).givens.load(piece.no, piece);
    }
  }

  /** Takes a payment, unless it is here already. */
  boolean load(Spent payment) {
    if (spents.containsKey(payment.leaf)) {
      return false;
    }
    index(payment);
    if (payment.uncovered() > 0) {
      line(payment.line).spents.load(payment.no, payment);
    }
    return true;
  }

  void load(Draw draw) {
    draws
        .computeIfAbsent(new No(draw.line(), draw.spent()), key -> new TreeMap<>())
        .put(draw.spentOffset(), draw);
  }

  void load(Voided units) {
    voids.computeIfAbsent(units.leaf, key -> new ArrayList<>()).add(units);
  }

  // What is asked.

  @Nullable Line find(String earmark) {
    return lines.get(earmark);
  }

  boolean holds(long line) {
    return linesById.containsKey(line);
  }

  Line line(long id) {
    Line line = linesById.get(id);
    if (line == null) {
      throw new IllegalStateException("line " + id + " was not loaded");
    }
    return line;
  }

  /** The line of a purse, opened by that movement if need be. */
  Line line(Purse purse, Movement by) {
    String earmark = purse.donation();
    if (earmark != null && !purse.named()) {
      Line about = find(earmark);
      earmark = about != null && about.isGifted() ? earmark : null;
    }
    return open(earmark == null ? Line.GENERAL : earmark, by);
  }

  private Line open(String earmark, Movement by) {
    Line found = find(earmark);
    if (found != null) {
      return found;
    }
    Line opened = Line.empty(2 * by.leaf() + by.side(), earmark);
    load(opened);
    changes.opened(opened);
    return opened;
  }

  /** Unspent pieces that stem from entries of that name, newest first. */
  List<Given> stemmingFrom(Source source) {
    return newestFirst(source, givensByOrigin, piece -> piece.unspent() > 0);
  }

  /** Unspent pieces that entries of that name put on the line, newest first. */
  List<Given> enteredBy(Source source) {
    return newestFirst(source, givensByLeaf, piece -> piece.unspent() > 0);
  }

  private List<Given> newestFirst(
      Source source, Map<Long, List<Given>> index, Predicate<Given> wanted) {
    return leavesOf(source).stream()
        .flatMap(leaf -> index.getOrDefault(leaf, List.of()).stream())
        .filter(wanted)
        .sorted(
            Comparator.<Given>comparingLong(piece -> piece.leaf)
                .thenComparingLong(piece -> piece.line)
                .thenComparingLong(piece -> piece.no)
                .reversed())
        .toList();
  }

  /** Payments of that name, newest first. */
  List<Spent> paidBy(Source source) {
    return leavesOf(source).stream()
        .filter(spents::containsKey)
        .map(spents::get)
        .filter(payment -> payment.standing() > 0)
        .sorted(Comparator.<Spent>comparingLong(payment -> payment.leaf).reversed())
        .toList();
  }

  /** Payments under a grant, newest first. */
  List<Spent> paidUnder(String grant) {
    return spentsByGrant.getOrDefault(grant, List.of()).stream()
        .filter(payment -> payment.standing() > 0)
        .sorted(Comparator.<Spent>comparingLong(payment -> payment.leaf).reversed())
        .toList();
  }

  /** What entries of that name voided, newest first. */
  List<Voided> voidedBy(Source source) {
    return leavesOf(source).stream()
        .flatMap(leaf -> voids.getOrDefault(leaf, List.of()).stream())
        .filter(units -> units.standing() > 0)
        .sorted(
            Comparator.<Voided>comparingLong(units -> units.leaf)
                .thenComparingInt(units -> units.part)
                .reversed())
        .toList();
  }

  /** What an entry of this group put on a line; null if it put nothing there. */
  PoolBook.@Nullable Extent given(Line line, long leaf) {
    return PoolBook.Extent.of(
        givensByLeaf.getOrDefault(leaf, List.of()).stream()
            .filter(piece -> piece.line == line.id && changes.newGivens.contains(piece))
            .map(piece -> new PoolBook.Extent(piece.starts, BigInteger.valueOf(piece.amount)))
            .toList());
  }

  /** What an entry of this group took of a line; null if it took nothing there. */
  PoolBook.@Nullable Extent spent(Line line, long leaf) {
    Spent payment = spents.get(leaf);
    return payment == null || payment.line != line.id
        ? null
        : new PoolBook.Extent(payment.starts, BigInteger.valueOf(payment.amount));
  }

  Set<Long> leavesOf(Source source) {
    return leaves.getOrDefault(source, Set.of());
  }

  /** The pieces of a payment from that place on, newest first. */
  List<Draw> drawsFrom(Spent payment, long offset) {
    TreeMap<Long, Draw> all = draws.getOrDefault(new No(payment.line, payment.no), new TreeMap<>());
    Long first = all.floorKey(offset);
    return List.copyOf(all.tailMap(first == null ? offset : first, true).descendingMap().values());
  }

  // What is new.

  void add(Given piece) {
    line(piece.line).append(piece);
    index(piece);
    changes.added(piece);
  }

  void add(Spent payment) {
    line(payment.line).append(payment);
    index(payment);
    changes.added(payment);
  }

  void add(Draw draw) {
    load(draw);
    changes.added(draw);
  }

  void add(Voided units) {
    load(units);
    changes.added(units);
  }

  private void index(Given piece) {
    givens.put(new No(piece.line, piece.no), piece);
    givensByLeaf.computeIfAbsent(piece.leaf, key -> new ArrayList<>()).add(piece);
    if (piece.origin != null) {
      givensByOrigin.computeIfAbsent(piece.origin.leaf(), key -> new ArrayList<>()).add(piece);
    }
  }

  private void index(Spent payment) {
    spents.put(payment.leaf, payment);
    if (payment.grant != null) {
      spentsByGrant.computeIfAbsent(payment.grant, key -> new ArrayList<>()).add(payment);
    }
  }
}
