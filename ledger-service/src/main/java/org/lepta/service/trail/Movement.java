package org.lepta.service.trail;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.money.Unit;

/**
 * What one entry does to the line of one fund and unit. Amounts are in ten-thousandths and
 * positive.
 */
sealed interface Movement {

  /** The leaf index of the entry. */
  long leaf();

  /** The entry itself. */
  Source entry();

  /** The month of its transaction, by UTC. */
  YearMonth month();

  /** What the amount counts. */
  Unit unit();

  /** How much, in ten-thousandths of a unit. */
  long amount();

  /** 0, or 1 for the bought side of an exchange: both sides may open a line of their own unit. */
  default int side() {
    return 0;
  }

  /** Units come in. */
  record Give(
      long leaf, Source entry, YearMonth month, Unit unit, long amount, Purse purse, int side)
      implements Movement {}

  /**
   * Units go out.
   *
   * @param grant the grant that a disbursement is paid under
   */
  record Pay(
      long leaf,
      Source entry,
      YearMonth month,
      Unit unit,
      long amount,
      Purse purse,
      @Nullable String grant)
      implements Movement {}

  /**
   * A refund or a lowered gift: what it names gives up its own unspent units, the rest goes out
   * like a payment.
   *
   * @param target what is lowered; absent where it is not told
   */
  record Lower(
      long leaf,
      Source entry,
      YearMonth month,
      Unit unit,
      long amount,
      @Nullable Source target,
      Purse purse,
      int side)
      implements Movement {}

  /**
   * A lowered payment or a return: units come back.
   *
   * @param target the lowered payment; absent for a return and where it is not told
   * @param grant whose payments a return takes back
   * @param purse where units without a known origin come in
   */
  record TakeBack(
      long leaf,
      Source entry,
      YearMonth month,
      Unit unit,
      long amount,
      @Nullable Source target,
      @Nullable String grant,
      Purse purse)
      implements Movement {}
}
