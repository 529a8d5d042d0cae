package org.lepta.service.trail;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Kind;

/**
 * The same rules told a second time, without intervals: every ten-thousandth is an object of its
 * own. Slow and plain, to compare with.
 */
final class UnitByUnit {

  private static final class GivenUnit {
    final String line;
    final @Nullable Origin origin;
    final long leaf;
    final int piece;
    boolean used;

    GivenUnit(String line, @Nullable Origin origin, long leaf, int piece) {
      this.line = line;
      this.origin = origin;
      this.leaf = leaf;
      this.piece = piece;
    }
  }

  private static final class SpentUnit {
    final long payment;
    final long place;
    @Nullable GivenUnit by;
    boolean taken;

    SpentUnit(long payment, long place) {
      this.payment = payment;
      this.place = place;
    }
  }

  private record Piece(long taken, int from) {}

  private final Map<String, List<GivenUnit>> givens = new LinkedHashMap<>();
  private final Map<String, List<SpentUnit>> spents = new HashMap<>();
  private final List<SpentUnit> allSpent = new ArrayList<>();
  private final Map<Long, @Nullable String> grants = new HashMap<>();
  private final Map<Piece, List<GivenUnit>> voids = new LinkedHashMap<>();
  private int pieces;
  private final Map<Source, Set<Long>> leaves = new HashMap<>();
  private final Set<String> earmarkedLines = new LinkedHashSet<>();
  final Set<String> draws = new LinkedHashSet<>();

  void apply(Movement movement) {
    leaves.computeIfAbsent(movement.entry(), key -> new LinkedHashSet<>()).add(movement.leaf());
    switch (movement) {
      case Movement.Give m -> {
        String line = line(m.purse());
        if (!line.isEmpty()) {
          earmarkedLines.add(line);
        }
        pieces++;
        for (long i = 0; i < m.amount(); i++) {
          given(line).add(new GivenUnit(line, new Origin(m.leaf(), i), m.leaf(), pieces));
        }
      }
      case Movement.Pay m -> pay(line(m.purse()), m.leaf(), m.amount(), m.grant());
      case Movement.Lower m -> lower(m);
      case Movement.TakeBack m -> takeBack(m);
    }
    givens.keySet().forEach(this::settle);
  }

  private String line(Purse purse) {
    String donation = purse.donation();
    boolean own = donation != null && (purse.named() || earmarkedLines.contains(donation));
    String line = own && donation != null ? donation : "";
    givens.computeIfAbsent(line, key -> new ArrayList<>());
    return line;
  }

  private List<GivenUnit> given(String line) {
    return givens.computeIfAbsent(line, key -> new ArrayList<>());
  }

  private List<SpentUnit> spent(String line) {
    return spents.computeIfAbsent(line, key -> new ArrayList<>());
  }

  private void pay(String line, long leaf, long amount, @Nullable String grant) {
    grants.put(leaf, grant);
    for (long i = 0; i < amount; i++) {
      SpentUnit unit = new SpentUnit(leaf, i);
      spent(line).add(unit);
      allSpent.add(unit);
    }
  }

  private void settle(String line) {
    Deque<SpentUnit> open = new ArrayDeque<>();
    spent(line).stream().filter(s -> !s.taken && s.by == null).forEach(open::add);
    for (GivenUnit unit : given(line)) {
      if (open.isEmpty()) {
        return;
      }
      if (!unit.used) {
        SpentUnit payment = open.remove();
        payment.by = unit;
        unit.used = true;
        draws.add(payment.payment + ":" + payment.place + " < " + unit.origin);
      }
    }
  }

  private void lower(Movement.Lower m) {
    long rest = m.amount();
    Source target = m.target();
    if (target != null) {
      Set<Long> own = leaves.getOrDefault(target, Set.of());
      List<GivenUnit> units = new ArrayList<>();
      givens.values().forEach(units::addAll);
      List<GivenUnit> newestFirst =
          units.reversed().stream()
              .filter(u -> !u.used)
              .filter(u ->
                  target.kind() == Kind.RETURN
                      ? own.contains(u.leaf)
                      : u.origin != null && own.contains(u.origin.leaf()))
              .sorted(Comparator.<GivenUnit>comparingLong(u -> u.leaf).reversed())
              .toList();
      for (GivenUnit unit : newestFirst) {
        if (rest > 0) {
          unit.used = true;
          voids
              .computeIfAbsent(new Piece(m.leaf(), unit.piece), key -> new ArrayList<>())
              .addFirst(unit);
          rest--;
        }
      }
    }
    if (rest > 0) {
      pay(line(m.purse()), m.leaf(), rest, null);
    }
  }

  private void takeBack(Movement.TakeBack m) {
    List<SpentUnit> theirs =
        allSpent.reversed().stream().filter(s -> !s.taken && isOf(m, s)).toList();
    long rest = m.amount();
    for (SpentUnit unit : theirs) {
      if (rest > 0 && unit.by == null) {
        unit.taken = true;
        rest--;
      }
    }
    // Units come back piece by piece, newest first, but each piece in its own order.
    Map<Piece, List<GivenUnit>> back = new LinkedHashMap<>();
    for (SpentUnit unit : theirs) {
      GivenUnit by = unit.by;
      if (rest > 0 && !unit.taken && by != null) {
        unit.taken = true;
        back.computeIfAbsent(new Piece(unit.payment, by.piece), key -> new ArrayList<>())
            .addFirst(by);
        rest--;
      }
    }
    Set<Long> own = m.target() == null ? Set.of() : leaves.getOrDefault(m.target(), Set.of());
    List<Piece> newestVoids =
        new ArrayList<>(voids.keySet())
            .reversed().stream()
                .filter(v -> own.contains(v.taken()))
                .sorted(Comparator.comparingLong(Piece::taken).reversed())
                .toList();
    for (Piece v : newestVoids) {
      List<GivenUnit> units = voids.getOrDefault(v, List.of());
      while (rest > 0 && !units.isEmpty()) {
        back.computeIfAbsent(new Piece(-v.taken() - 1, v.from()), key -> new ArrayList<>())
            .addFirst(units.removeLast());
        rest--;
      }
    }
    for (List<GivenUnit> piece : back.values()) {
      pieces++;
      piece.forEach(u -> given(u.line).add(new GivenUnit(u.line, u.origin, m.leaf(), pieces)));
    }
    pieces++;
    for (; rest > 0; rest--) {
      given(line(m.purse())).add(new GivenUnit(line(m.purse()), null, m.leaf(), pieces));
    }
  }

  /** The units that no payment drew and nothing voided, in no order. */
  List<String> unspent() {
    return givens.values().stream()
        .flatMap(List::stream)
        .filter(unit -> !unit.used)
        .map(unit -> String.valueOf(unit.origin))
        .sorted()
        .toList();
  }

  private boolean isOf(Movement.TakeBack m, SpentUnit unit) {
    if (m.target() != null) {
      return leaves.getOrDefault(m.target(), Set.of()).contains(unit.payment);
    }
    return m.grant() != null && m.grant().equals(grants.get(unit.payment));
  }
}
