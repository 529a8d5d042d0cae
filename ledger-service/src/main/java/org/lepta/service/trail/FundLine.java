package org.lepta.service.trail;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Kind;

/**
 * The line of one fund and unit: the rules of docs/reference/trails, in memory. A pure function of
 * the movements it is given, in ledger order. Not thread-safe.
 */
final class FundLine {

  private final LineBook book;
  private final LineChanges changes;

  /** Works on a book that holds all, or at least what the movements to come need. */
  FundLine(LineBook book) {
    this.book = book;
    this.changes = book.changes();
  }

  void apply(Movement movement) {
    book.load(movement.entry(), movement.leaf());
    switch (movement) {
      case Movement.Give m -> give(m);
      case Movement.Pay m -> pay(book.line(m.purse(), m), m.leaf(), m.amount(), m.grant());
      case Movement.Lower m -> lower(m);
      case Movement.TakeBack m -> takeBack(m);
    }
  }

  private void give(Movement.Give m) {
    Line line = book.line(m.purse(), m);
    line.gift();
    enter(line, m.leaf(), m.amount(), new Origin(m.leaf(), 0), null);
  }

  private void enter(
      Line line, long leaf, long amount, @Nullable Origin origin, Given.@Nullable Before before) {
    book.add(
        new Given(
            line.id,
            line.givens.last() + 1,
            leaf,
            amount,
            origin,
            before,
            line.sums().given(),
            0,
            0));
    settle(line, leaf);
  }

  private void pay(Line line, long leaf, long amount, @Nullable String grant) {
    book.add(
        new Spent(line.id, line.spents.last() + 1, leaf, grant, amount, line.sums().spent(), 0, 0));
    settle(line, leaf);
  }

  /**
   * Lets the oldest uncovered spending draw the oldest unspent units, as long as both are there.
   */
  private void settle(Line line, long leaf) {
    changes.changed(line);
    while (line.hasUnspent() && line.hasUncovered()) {
      Given piece = line.givens.head();
      Spent payment = line.spents.head();
      long units = Math.min(piece.unspent(), payment.uncovered());
      long givenOffset = piece.draw(units);
      long spentOffset = payment.cover(units);
      line.used(piece, units);
      line.settled(payment, units);
      changes.changed(piece);
      changes.changed(payment);
      book.add(
          new Draw(
              line.id,
              piece.no,
              givenOffset,
              payment.no,
              spentOffset,
              units,
              payment.leaf,
              leaf,
              piece.originAt(givenOffset)));
    }
  }

  private void lower(Movement.Lower m) {
    long rest = m.amount();
    int part = 0;
    for (Given own : ownPieces(m.target())) {
      if (rest == 0) {
        break;
      }
      long units = Math.min(rest, own.unspent());
      revoke(own, units, m.leaf(), part++);
      rest -= units;
    }
    if (rest > 0) {
      pay(book.line(m.purse(), m), m.leaf(), rest, null);
    }
  }

  private List<Given> ownPieces(@Nullable Source target) {
    if (target == null) {
      return List.of();
    }
    return target.kind() == Kind.RETURN ? book.enteredBy(target) : book.stemmingFrom(target);
  }

  private void revoke(Given piece, long units, long leaf, int part) {
    Line line = book.line(piece.line);
    long offset = piece.revoke(units);
    line.used(piece, units);
    changes.changed(line);
    changes.changed(piece);
    book.add(new Voided(line.id, piece.no, offset, units, leaf, part, piece.originAt(offset), 0));
  }

  private void takeBack(Movement.TakeBack m) {
    List<Spent> payments = paymentsOf(m);
    long rest = m.amount();
    for (Spent payment : payments) {
      rest -= takeUncovered(payment, Math.min(rest, payment.uncovered()), m.leaf());
    }
    List<Piece> pieces = new ArrayList<>();
    for (Spent payment : payments) {
      rest -= takePieces(payment, Math.min(rest, payment.standing()), pieces);
    }
    if (m.target() != null) {
      for (Voided units : book.voidedBy(m.target())) {
        rest -= takeVoided(units, Math.min(rest, units.standing()), pieces);
      }
    }
    for (Piece piece : pieces) {
      enter(piece.line(), m.leaf(), piece.amount(), piece.origin(), piece.before());
    }
    if (rest > 0) {
      enter(book.line(m.purse(), m), m.leaf(), rest, null, null);
    }
  }

  /** Units on their way back to the end of their line. */
  private record Piece(Line line, long amount, @Nullable Origin origin, Given.Before before) {}

  private List<Spent> paymentsOf(Movement.TakeBack m) {
    if (m.target() != null) {
      return book.paidBy(m.target());
    }
    return m.grant() == null ? List.of() : book.paidUnder(m.grant());
  }

  private long takeUncovered(Spent payment, long units, long leaf) {
    if (units > 0) {
      Line line = book.line(payment.line);
      long offset = payment.takeBack(units);
      line.settled(payment, units);
      changes.changed(line);
      changes.changed(payment);
      changes.added(new Relief(line.id, payment.no, offset, units, leaf));
    }
    return units;
  }

  private long takePieces(Spent payment, long units, List<Piece> pieces) {
    if (units > 0) {
      long to = payment.standing();
      long from = payment.takeBack(units);
      changes.changed(payment);
      for (Draw draw : book.drawsFrom(payment, from)) {
        long start = Math.max(from, draw.spentOffset());
        long end = Math.min(to, draw.spentOffset() + draw.amount());
        if (start < end) {
          pieces.add(piece(payment, draw, start - draw.spentOffset(), end - start));
        }
      }
    }
    return units;
  }

  private Piece piece(Spent payment, Draw draw, long offset, long units) {
    Origin origin = draw.origin();
    return new Piece(
        book.line(payment.line),
        units,
        origin == null ? null : origin.plus(offset),
        new Given.Before(payment.leaf, draw.given(), draw.givenOffset() + offset));
  }

  private long takeVoided(Voided voided, long units, List<Piece> pieces) {
    if (units > 0) {
      long offset = voided.giveBack(units);
      changes.changed(voided);
      Origin origin = voided.origin;
      pieces.add(
          new Piece(
              book.line(voided.line),
              units,
              origin == null ? null : origin.plus(offset),
              new Given.Before(voided.leaf, voided.given, voided.givenOffset + offset)));
    }
    return units;
  }
}
