package org.lepta.service.trail;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.trail.PoolBook.Extent;
import org.lepta.service.trail.PoolMonth.Changes;

/**
 * A fund's line with the months of its pool: the rules of docs/reference/trails for the
 * proportional lens. What moves the general line moves the pool by as much; refunds and corrections
 * differ in whose units they mean, and that is kept as changes. Not thread-safe.
 */
final class PooledLine {

  private final LineBook book;
  private final PoolBook pool;
  private final FundLine line;
  private long leaf = -1;
  private int part;

  PooledLine(LineBook book) {
    this.book = book;
    this.pool = book.pool;
    this.line = new FundLine(book);
  }

  /** The general line before a movement. */
  private record Before(Line.Sums sums, long gifts, long payments) {
    static Before of(@Nullable Line general) {
      return general == null
          ? new Before(Line.Sums.NONE, 0, 0)
          : new Before(general.sums(), general.givens.last(), general.spents.last());
    }
  }

  void apply(Movement movement) {
    Before before = Before.of(book.find(Line.GENERAL));
    List<Payment> payments = payments(movement);
    line.apply(movement);
    Line general = book.find(Line.GENERAL);
    if (general == null) {
      return;
    }
    BigInteger moved = general.stands().subtract(before.sums().stands());
    if (moved.signum() == 0) {
      return;
    }
    open(general, movement, before);
    part = movement.leaf() == leaf ? part : 0;
    leaf = movement.leaf();
    long units = moved.abs().longValueExact();
    switch (movement) {
      case Movement.Give m -> {}
      case Movement.Pay m -> {}
      case Movement.Lower m ->
          lower(m, general, units, general.sums().spent().subtract(before.sums().spent()));
      case Movement.TakeBack m ->
          takeBack(
              m, general, payments, units, general.sums().given().subtract(before.sums().given()));
    }
  }

  private void open(Line general, Movement movement, Before before) {
    if (general.month() != null && !movement.month().isAfter(general.month())) {
      return;
    }
    general.month(movement.month());
    BigInteger stands = before.sums().stands();
    pool.open(
        new PoolMonth(
            general.id,
            movement.month(),
            movement.leaf(),
            stands.max(BigInteger.ZERO),
            stands.negate().max(BigInteger.ZERO),
            before.sums().given(),
            before.sums().spent(),
            before.gifts(),
            before.payments()));
  }

  /** Voids what is left of the gift; the rest is paid. */
  private void lower(Movement.Lower m, Line general, long units, BigInteger drawn) {
    long rest = units;
    for (long gift : named(m.target())) {
      long own = Math.min(rest, holding(general, gift));
      change(m, general, false, m.leaf(), gift, -own);
      rest -= own;
    }
    change(m, general, true, m.leaf(), m.leaf(), rest - drawn.longValueExact());
  }

  /**
   * Lowers payments of this month as the line did, or undoes a refund of this month; the rest comes
   * in as units of its own.
   */
  private void takeBack(
      Movement.TakeBack m, Line general, List<Payment> payments, long units, BigInteger entered) {
    long rest = units;
    for (Payment payment : payments) {
      if (payment.spent().line == general.id && isOfThisMonth(payment.spent().leaf)) {
        long taken = payment.spent().taken() - payment.taken();
        change(m, general, true, payment.spent().leaf, payment.spent().leaf, -taken);
        rest -= taken;
      }
    }
    if (isRefund(m)) {
      rest = undo(m, general, rest);
    }
    change(m, general, false, m.leaf(), m.leaf(), rest - entered.longValueExact());
  }

  /** Undoes refunds: first what the pool paid, then what they voided; returns what is left over. */
  private long undo(Movement.TakeBack m, Line general, long units) {
    List<Long> refunds = named(m.target()).stream().filter(this::isOfThisMonth).toList();
    long rest = units;
    for (long refund : refunds) {
      long taken = Math.min(rest, paid(general, refund));
      change(m, general, true, refund, refund, -taken);
      rest -= taken;
    }
    for (long refund : refunds) {
      for (PoolChange voided : pool.standing(refund)) {
        long back = Math.min(rest, -voided.amount());
        change(m, general, false, refund, voided.source(), back);
        rest -= back;
      }
    }
    return rest;
  }

  private boolean isOfThisMonth(long leaf) {
    return leaf >= pool.currentFrom();
  }

  private void change(Movement m, Line general, boolean paid, long act, long source, long amount) {
    if (amount != 0) {
      pool.add(new PoolChange(general.id, m.leaf(), part++, paid, act, source, amount));
    }
  }

  /** A payment, and what was taken back from it before. */
  private record Payment(Spent spent, long taken) {}

  /** The payments that a movement may take back; a refund is undone by the pool's own rule. */
  private List<Payment> payments(Movement movement) {
    if (!(movement instanceof Movement.TakeBack m) || isRefund(m)) {
      return List.of();
    }
    Source target = m.target();
    List<Spent> payments =
        target != null
            ? book.paidBy(target)
            : m.grant() != null ? book.paidUnder(m.grant()) : List.of();
    return payments.stream().map(payment -> new Payment(payment, payment.taken())).toList();
  }

  private static boolean isRefund(Movement.TakeBack m) {
    return m.target() != null && m.target().kind() == Kind.REFUND;
  }

  /** The leaves of entries of that name, newest first. */
  private List<Long> named(@Nullable Source source) {
    return source == null
        ? List.of()
        : book.leavesOf(source).stream().sorted(Comparator.reverseOrder()).toList();
  }

  /** What this month's pool pays of a refund. */
  private long paid(Line general, long refund) {
    Extent stored = pool.spent(refund);
    Extent spent = stored == null ? book.spent(general, refund) : stored;
    long units = spent == null ? 0 : spent.amount().longValueExact();
    return units + pool.changedPayment(refund);
  }

  /** What is left of a gift: at the opening of this month, if it is older, less what is void. */
  private long holding(Line general, long gift) {
    Extent stored = pool.given(gift);
    Extent given = stored == null ? book.given(general, gift) : stored;
    if (given == null) {
      return 0;
    }
    int month = pool.monthOf(gift);
    Changes changes = pool.changes(month, gift);
    Held held = Held.given(pool.months().get(month), given, 0, Long.MAX_VALUE, changes);
    while (++month < pool.months().size()) {
      PoolMonth next = pool.months().get(month);
      held = held.left(pool.months().get(month - 1).pot(next.given(), next.spent(), changes));
      changes = pool.changes(month, gift);
      held = held.changed(changes);
    }
    return held.units().longValueExact();
  }
}
