package org.lepta.service.trail;

import java.math.BigInteger;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.lepta.service.trail.PoolBook.Extent;
import org.lepta.service.trail.PoolMonths.Known;

/**
 * What became of given units in the months of their pool. Amounts are in ten-thousandths.
 *
 * @param months in which units were in the pool, oldest first
 */
record PoolTold(List<Month> months, BigInteger unspent, BigInteger voided, BigInteger spent) {

  /**
   * Units in the pool of a month.
   *
   * @param from place of the first unit
   * @param to place after the last one
   */
  record Month(YearMonth month, Pot pot, BigInteger from, BigInteger to) {

    /** How many of them the pool paid. */
    BigInteger units() {
      return pot.taken(to).subtract(pot.taken(from));
    }
  }

  /**
   * Follows a range of a gift's units.
   *
   * @param known the months since it came in, oldest first
   */
  static PoolTold of(List<Known> known, Extent gift, long from, long to) {
    List<Month> months = new ArrayList<>();
    BigInteger spent = BigInteger.ZERO;
    Known first = known.getFirst();
    Held held = Held.given(first.opened(), gift, from, to, first.changes());
    BigInteger voided = BigInteger.valueOf(to - from).subtract(held.units());
    for (int i = 0; i < known.size(); i++) {
      Known month = known.get(i);
      if (i > 0) {
        BigInteger before = held.units();
        held = held.changed(month.changes());
        voided = voided.add(before.subtract(held.units()));
      }
      if (held.units().signum() == 0) {
        break;
      }
      Month told = new Month(month.opened().month(), month.pot(), held.from(), held.to());
      months.add(told);
      spent = spent.add(told.units());
      held = held.left(month.pot());
    }
    return new PoolTold(List.copyOf(months), held.units(), voided, spent);
  }
}
