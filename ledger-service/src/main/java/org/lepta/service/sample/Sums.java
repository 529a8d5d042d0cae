package org.lepta.service.sample;

import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;

/** Whole-number arithmetic on amounts. */
final class Sums {

  private Sums() {}

  /** So many ten-thousandths of the amount, rounded half up to hundredths of a unit. */
  static Amount share(Amount amount, int tenThousandths) {
    long exact = Math.multiplyExact(amount.tenThousandths(), (long) tenThousandths) / 10_000;
    return new Amount((exact + 50) / 100 * 100);
  }

  static Amount percent(Amount amount, int percent) {
    return share(amount, percent * 100);
  }

  /** The greatest multiple of so many units that is not above the amount. */
  static Amount floor(Amount amount, long units) {
    long step = Amount.ofUnits(units).tenThousandths();
    return new Amount(Math.floorDiv(amount.tenThousandths(), step) * step);
  }

  /** What people round to in a unit. */
  static long step(Unit unit) {
    return unit.equals(FundCard.RUB) ? 1_000 : unit.equals(FundCard.EUR) ? 50 : 1;
  }
}
