package org.lepta.service.trail;

import java.math.BigInteger;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * One line of a fund and unit: its given and its spent units in ledger order. Sums have no bound,
 * because both lines only grow. Not thread-safe.
 */
final class Line {

  /** The earmark of the line of all money without one. */
  static final String GENERAL = "";

  final long id;
  final String earmark;
  final OpenQueue<Given> givens;
  final OpenQueue<Spent> spents;
  private @Nullable YearMonth month;
  private boolean gifted;
  private BigInteger given;
  private BigInteger spent;
  private BigInteger unspent;
  private BigInteger uncovered;

  /** The sums of a line. */
  record Sums(BigInteger given, BigInteger spent, BigInteger unspent, BigInteger uncovered) {
    static final Sums NONE =
        new Sums(BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);

    /** Unspent less uncovered units. */
    BigInteger stands() {
      return unspent.subtract(uncovered);
    }
  }

  Line(
      long id,
      String earmark,
      @Nullable YearMonth month,
      boolean gifted,
      OpenQueue<Given> givens,
      OpenQueue<Spent> spents,
      Sums sums) {
    this.id = id;
    this.earmark = earmark;
    this.month = month;
    this.gifted = gifted;
    this.givens = givens;
    this.spents = spents;
    this.given = sums.given();
    this.spent = sums.spent();
    this.unspent = sums.unspent();
    this.uncovered = sums.uncovered();
  }

  static Line empty(long id, String earmark) {
    return new Line(
        id, earmark, null, false, new OpenQueue<>(0, 1), new OpenQueue<>(0, 1), Sums.NONE);
  }

  Sums sums() {
    return new Sums(given, spent, unspent, uncovered);
  }

  /** Unspent less uncovered units. */
  BigInteger stands() {
    return sums().stands();
  }

  /** The newest month of the pool, on the general line. */
  @Nullable YearMonth month() {
    return month;
  }

  void month(YearMonth opened) {
    month = opened;
  }

  boolean hasUnspent() {
    return unspent.signum() > 0;
  }

  boolean hasUncovered() {
    return uncovered.signum() > 0;
  }

  /** Whether a gift stands on it, rather than only entries that name it. */
  boolean isGifted() {
    return gifted;
  }

  void gift() {
    gifted = true;
  }

  void append(Given piece) {
    givens.append(piece);
    given = given.add(BigInteger.valueOf(piece.amount));
    unspent = unspent.add(BigInteger.valueOf(piece.amount));
  }

  void append(Spent payment) {
    spents.append(payment);
    spent = spent.add(BigInteger.valueOf(payment.amount));
    uncovered = uncovered.add(BigInteger.valueOf(payment.amount));
  }

  /** Units of a piece were drawn or voided. */
  void used(Given piece, long units) {
    unspent = unspent.subtract(BigInteger.valueOf(units));
    if (piece.unspent() == 0) {
      givens.close(piece.no);
    }
  }

  /** Units of a payment were covered, or taken back uncovered. */
  void settled(Spent payment, long units) {
    uncovered = uncovered.subtract(BigInteger.valueOf(units));
    if (payment.uncovered() == 0) {
      spents.close(payment.no);
    }
  }

  /** A number before which no piece has unspent units. */
  long firstUnspent() {
    return hasUnspent() ? givens.firstOpen() : givens.last() + 1;
  }

  /** A number before which no payment has uncovered units. */
  long firstUncovered() {
    return hasUncovered() ? spents.firstOpen() : spents.last() + 1;
  }
}
