package org.lepta.service.trail;

import java.math.BigInteger;

/**
 * The rule of the proportional lens: what is taken from pooled units is taken from all of them
 * alike. The units lie side by side; a place among them moves down by its proportional part,
 * rounded down. So neighbours meet without a gap, the parts add up exactly, none is below zero, and
 * each lies within one unit of the exact proportion. Amounts are in ten-thousandths.
 *
 * @param units how many units the pool holds
 * @param out how many of them are taken
 */
record Pot(BigInteger units, BigInteger out) {

  Pot {
    if (out.signum() < 0 || out.compareTo(units) > 0) {
      throw new IllegalArgumentException("out of %s units, %s are taken".formatted(units, out));
    }
  }

  /** How many of the units before that place are taken: a place among those taken. */
  BigInteger taken(BigInteger place) {
    return out.signum() == 0 ? BigInteger.ZERO : place.multiply(out).divide(units);
  }

  /** How many of the units before that place are left: a place among those left. */
  BigInteger left(BigInteger place) {
    return place.subtract(taken(place));
  }
}
