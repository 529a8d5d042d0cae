package org.lepta.service.trail;

import java.math.BigInteger;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Kind;

/**
 * The proportional lens told a second time, without intervals: every ten-thousandth is an object of
 * its own, and a month is shared when it is over. Slow and plain, to compare with.
 */
final class PoolByUnit {

  // A unit of what an entry gave.
  private record Unit(long source, long place) {}

  private record SpentUnit(long payment, long place) {}

  private final LineBook book = new LineBook();
  private final FundLine line = new FundLine(book);
  private final Map<Source, Set<Long>> leaves = new HashMap<>();
  private final Set<Long> entered = new HashSet<>();
  private @Nullable YearMonth month;
  private long monthFrom;
  private List<Unit> pool = new ArrayList<>();
  private List<SpentUnit> waiting = new ArrayList<>();
  private TreeMap<Long, List<Unit>> gifts = new TreeMap<>();
  private TreeMap<Long, Long> payments = new TreeMap<>();
  private Map<Long, TreeMap<Long, Long>> cuts = new LinkedHashMap<>();
  final Map<Long, Long> given = new TreeMap<>();
  final Map<Long, Long> voided = new TreeMap<>();
  final Map<String, Long> shares = new TreeMap<>();

  // A payment's units that the pool of a month paid from a gift.
  static String share(long gift, long payment, String month) {
    return gift + " > " + payment + " in " + month;
  }

  void apply(Movement movement) {
    leaves.computeIfAbsent(movement.entry(), key -> new HashSet<>()).add(movement.leaf());
    BigInteger before = stands();
    Map<Spent, Long> taken = new HashMap<>();
    if (movement instanceof Movement.TakeBack m && !isRefund(m)) {
      payments(m).forEach(payment -> taken.put(payment, payment.taken()));
    }
    line.apply(movement);
    long moved = stands().subtract(before).longValueExact();
    if (moved == 0) {
      return;
    }
    if (month == null || movement.month().isAfter(month)) {
      share();
      month = movement.month();
      monthFrom = movement.leaf();
    }
    switch (movement) {
      case Movement.Give m -> give(m.leaf(), moved);
      case Movement.Pay m -> payments.merge(m.leaf(), -moved, Long::sum);
      case Movement.Lower m -> lower(m, -moved);
      case Movement.TakeBack m -> takeBack(m, taken, moved);
    }
    Line general = Objects.requireNonNull(book.find(Line.GENERAL));
    if (book.given(general, movement.leaf()) != null) {
      entered.add(movement.leaf());
    }
  }

  private BigInteger stands() {
    Line general = book.find(Line.GENERAL);
    return general == null ? BigInteger.ZERO : general.stands();
  }

  private void give(long leaf, long units) {
    List<Unit> gift = gifts.computeIfAbsent(leaf, key -> new ArrayList<>());
    for (long i = 0; i < units; i++) {
      gift.add(new Unit(leaf, gift.size()));
    }
    given.merge(leaf, units, Long::sum);
  }

  private List<Long> named(@Nullable Source source) {
    return source == null
        ? List.of()
        : leaves.getOrDefault(source, Set.of()).stream().sorted(Comparator.reverseOrder()).toList();
  }

  private void lower(Movement.Lower m, long units) {
    long rest = units;
    for (long gift : named(m.target())) {
      List<Unit> own = gift >= monthFrom ? gifts.getOrDefault(gift, new ArrayList<>()) : pool;
      long cut = 0;
      for (int i = own.size() - 1; i >= 0 && rest > 0 && entered.contains(gift); i--) {
        if (own.get(i).source() == gift) {
          own.remove(i);
          cut++;
          rest--;
        }
      }
      if (cut > 0) {
        cuts.computeIfAbsent(m.leaf(), key -> new TreeMap<>()).merge(gift, cut, Long::sum);
        voided.merge(gift, cut, Long::sum);
      }
    }
    if (rest > 0) {
      payments.merge(m.leaf(), rest, Long::sum);
    }
  }

  private static boolean isRefund(Movement.TakeBack m) {
    return m.target() != null && m.target().kind() == Kind.REFUND;
  }

  private List<Spent> payments(Movement.TakeBack m) {
    if (m.target() != null) {
      return book.paidBy(m.target());
    }
    return m.grant() == null ? List.of() : book.paidUnder(m.grant());
  }

  private void takeBack(Movement.TakeBack m, Map<Spent, Long> before, long units) {
    long rest = units;
    Line general = Objects.requireNonNull(book.find(Line.GENERAL));
    for (Map.Entry<Spent, Long> payment : before.entrySet()) {
      Spent spent = payment.getKey();
      if (spent.line == general.id && payments.containsKey(spent.leaf)) {
        long taken = spent.taken() - payment.getValue();
        payments.merge(spent.leaf, -taken, Long::sum);
        rest -= taken;
      }
    }
    for (long refund : isRefund(m) ? named(m.target()) : List.<Long>of()) {
      long taken = Math.min(rest, payments.getOrDefault(refund, 0L));
      payments.computeIfPresent(refund, (key, now) -> now - taken);
      rest -= taken;
    }
    for (long act : isRefund(m) ? named(m.target()) : List.<Long>of()) {
      TreeMap<Long, Long> cut = cuts.getOrDefault(act, new TreeMap<>());
      for (Map.Entry<Long, Long> of : cut.descendingMap().entrySet()) {
        long back = Math.min(rest, of.getValue());
        of.setValue(of.getValue() - back);
        voided.merge(of.getKey(), -back, Long::sum);
        giveBack(of.getKey(), back);
        rest -= back;
      }
    }
    if (rest > 0) {
      give(m.leaf(), rest);
    }
  }

  private void giveBack(long gift, long units) {
    List<Unit> own = gift >= monthFrom ? gifts.getOrDefault(gift, new ArrayList<>()) : pool;
    int at = 0;
    while (at < own.size() && own.get(at).source() <= gift) {
      at++;
    }
    for (long i = 0; i < units; i++) {
      own.add(at, new Unit(gift, 1_000_000 + i));
    }
  }

  // The month is over: what the pool can pay is taken from all units alike.
  void share() {
    gifts.values().forEach(pool::addAll);
    List<SpentUnit> due = new ArrayList<>(waiting);
    payments.forEach((payment, units) -> {
      for (long i = 0; i < units; i++) {
        due.add(new SpentUnit(payment, i));
      }
    });
    int out = Math.min(pool.size(), due.size());
    List<Unit> taken = take(pool, out);
    Map<Long, Long> widths = new LinkedHashMap<>();
    due.subList(0, out).forEach(unit -> widths.merge(unit.payment(), 1L, Long::sum));
    widths.forEach((payment, units) ->
        take(taken, units.intValue())
            .forEach(unit ->
                shares.merge(share(unit.source(), payment, String.valueOf(month)), 1L, Long::sum)));
    waiting = new ArrayList<>(due.subList(out, due.size()));
    gifts = new TreeMap<>();
    payments = new TreeMap<>();
    cuts = new LinkedHashMap<>();
  }

  // Takes so many units, evenly spread.
  private static List<Unit> take(List<Unit> from, int count) {
    List<Unit> taken = new ArrayList<>();
    long size = from.size();
    long k = 0;
    for (Iterator<Unit> units = from.iterator(); units.hasNext(); k++) {
      Unit unit = units.next();
      if ((k + 1) * count / size > k * count / size) {
        taken.add(unit);
        units.remove();
      }
    }
    return taken;
  }

  long unspent(long gift) {
    return pool.stream().filter(unit -> unit.source() == gift).count();
  }

  long unspent() {
    return pool.size();
  }

  long uncovered() {
    return waiting.size();
  }

  long line() {
    return Objects.requireNonNull(book.find(Line.GENERAL)).stands().longValueExact();
  }
}
