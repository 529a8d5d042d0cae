package org.lepta.service.trail;

import java.math.BigInteger;
import org.lepta.service.trail.PoolBook.Extent;
import org.lepta.service.trail.PoolMonth.Changes;

/**
 * Where a gift's units lie in its pool, month by month. Amounts are in ten-thousandths.
 *
 * @param from place of the first unit that is followed
 * @param to place after the last one
 * @param end place after the last unit of the gift
 */
record Held(BigInteger from, BigInteger to, BigInteger end) {

  /** Units of a gift in the month it came in. */
  static Held given(PoolMonth month, Extent gift, long from, long to, Changes changes) {
    BigInteger start =
        month.opening().add(gift.starts()).subtract(month.given()).add(changes.before());
    BigInteger end = start.add(gift.amount()).add(changes.own());
    return new Held(
        start.add(BigInteger.valueOf(from)).min(end),
        start.add(BigInteger.valueOf(to)).min(end),
        end);
  }

  BigInteger units() {
    return to.subtract(from);
  }

  /** After refunds and corrections of a later month: they void a gift's own units from its end. */
  Held changed(Changes changes) {
    BigInteger then = end.add(changes.before()).add(changes.own());
    return new Held(from.add(changes.before()).min(then), to.add(changes.before()).min(then), then);
  }

  /** What is left after the month's payments. */
  Held left(Pot pot) {
    return new Held(pot.left(from), pot.left(to), pot.left(end));
  }
}
