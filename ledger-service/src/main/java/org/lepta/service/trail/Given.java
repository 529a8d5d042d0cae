package org.lepta.service.trail;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A piece of the given line. Its units are drawn from the front and voided from the end; what lies
 * between is unspent. Not thread-safe.
 */
final class Given {

  final long line;
  final long no;
  final long leaf;
  final long amount;
  final @Nullable Origin origin;
  final @Nullable Before before;
  final BigInteger starts;
  private long drawn;
  private long voided;

  /**
   * Where units stood before they came back.
   *
   * @param leaf the entry from which they came back: a payment, or what had voided them
   * @param given number of the piece they were units of
   * @param offset place of the first of them in that piece
   */
  record Before(long leaf, long given, long offset) {}

  /**
   * A piece as it enters, or as it is stored.
   *
   * @param no dense number in its line, from 1
   * @param leaf the entry that put it there
   * @param origin absent where it is not stated
   * @param before for units that came back
   * @param starts given units of the line before it
   */
  Given(
      long line,
      long no,
      long leaf,
      long amount,
      @Nullable Origin origin,
      @Nullable Before before,
      BigInteger starts,
      long drawn,
      long voided) {
    this.line = line;
    this.no = no;
    this.leaf = leaf;
    this.amount = amount;
    this.origin = origin;
    this.before = before;
    this.starts = starts;
    this.drawn = drawn;
    this.voided = voided;
  }

  long drawn() {
    return drawn;
  }

  long voided() {
    return voided;
  }

  long unspent() {
    return amount - drawn - voided;
  }

  /** Draws units from the front; returns the place of the first. */
  long draw(long units) {
    long offset = drawn;
    drawn += units;
    return offset;
  }

  /** Voids unspent units at the end; returns the place of the first. */
  long revoke(long units) {
    voided += units;
    return amount - voided;
  }

  @Nullable Origin originAt(long offset) {
    return origin == null ? null : origin.plus(offset);
  }
}
