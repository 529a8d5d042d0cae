package org.lepta.service.indexing.matching;

import java.math.BigInteger;

/**
 * What pairing left of a group.
 *
 * @param amount in ten-thousandths of a unit
 * @param lines how many statements
 */
record Leftover(BigInteger amount, long lines) {

  static final Leftover NONE = new Leftover(BigInteger.ZERO, 0);

  static Leftover of(StatementLine line) {
    return new Leftover(BigInteger.valueOf(line.amount()), 1);
  }

  Leftover plus(Leftover other) {
    return new Leftover(amount.add(other.amount), lines + other.lines);
  }

  Leftover negated() {
    return new Leftover(amount.negate(), -lines);
  }

  /** Whether there is nothing to compare. */
  boolean isNothing() {
    return amount.signum() == 0;
  }
}
