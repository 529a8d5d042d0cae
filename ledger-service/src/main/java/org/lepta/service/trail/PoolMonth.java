package org.lepta.service.trail;

import java.math.BigInteger;
import java.time.YearMonth;

/**
 * A month of a pool, as it was opened. Amounts are in ten-thousandths.
 *
 * @param firstLeaf the entry that opened it
 * @param opening unspent units then
 * @param waiting uncovered units then; one of both is nothing
 * @param given given units of the line before it
 * @param spent spent units of the line before it
 * @param gifts given pieces of the line before it
 * @param payments spent pieces of the line before it
 */
record PoolMonth(
    long line,
    YearMonth month,
    long firstLeaf,
    BigInteger opening,
    BigInteger waiting,
    BigInteger given,
    BigInteger spent,
    long gifts,
    long payments) {

  /**
   * What changes of a month add up to, seen from one gift; mostly below zero.
   *
   * @param given units of all gifts
   * @param paid units of all payments
   * @param before units of gifts before that one
   * @param own units of that gift
   */
  record Changes(BigInteger given, BigInteger paid, BigInteger before, BigInteger own) {
    static final Changes NONE =
        new Changes(BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);
  }

  /**
   * What the month's pool holds and pays: as much of what is due as it can cover.
   *
   * @param givenTo given units of the line at the month's end
   * @param spentTo spent units of the line at the month's end
   */
  Pot pot(BigInteger givenTo, BigInteger spentTo, Changes changes) {
    BigInteger pool = opening.add(givenTo).subtract(given).add(changes.given());
    BigInteger due = waiting.add(spentTo).subtract(spent).add(changes.paid());
    return new Pot(pool, pool.min(due));
  }
}
