package org.lepta.service.trail;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Hands what a month's pool pays to the month's payments, one after the other, each taking its
 * proportion of what those before it left. Amounts are in ten-thousandths.
 */
final class Shares {

  private Shares() {}

  /** A payment, as refunds and corrections of its month left it. */
  record Payment(long leaf, BigInteger units) {}

  /**
   * What a month's pool pays of a payment.
   *
   * @param payment its leaf
   * @param from place of the first unit in the payment
   * @param units how many
   */
  record Due(long payment, BigInteger from, BigInteger units) {}

  /**
   * Units of a gift in a payment.
   *
   * @param payment its leaf
   * @param from place of the first unit in the payment
   * @param to place after the last one
   */
  record Share(long payment, long from, long to) {
    long units() {
      return to - from;
    }
  }

  /**
   * Gives each month the payments that it pays; what it cannot pay waits for the next one.
   *
   * @param paid what the months paid
   * @param payments in ledger order, or the beginning of them
   * @param before units of the first of these payments that earlier months paid
   */
  static List<List<Due>> due(List<BigInteger> paid, List<Payment> payments, BigInteger before) {
    List<List<Due>> months = new ArrayList<>();
    BigInteger skipped = before;
    int next = 0;
    for (BigInteger month : paid) {
      List<Due> due = new ArrayList<>();
      BigInteger rest = month;
      while (rest.signum() > 0 && next < payments.size()) {
        Payment payment = payments.get(next);
        BigInteger open = payment.units().subtract(skipped).max(BigInteger.ZERO);
        BigInteger units = open.min(rest);
        if (units.signum() > 0) {
          due.add(new Due(payment.leaf(), skipped, units));
        }
        rest = rest.subtract(units);
        boolean done = units.equals(open);
        skipped =
            done ? skipped.subtract(payment.units()).max(BigInteger.ZERO) : skipped.add(units);
        next += done ? 1 : 0;
      }
      months.add(due);
    }
    return months;
  }

  /**
   * The payments that a stretch of what the pool pays goes into.
   *
   * @param paid all that the pool pays, the sum of what is due
   * @param due in ledger order, or the beginning of it
   */
  static List<Share> of(BigInteger from, BigInteger to, BigInteger paid, List<Due> due) {
    List<Share> shares = new ArrayList<>();
    BigInteger start = from;
    BigInteger end = to;
    BigInteger rest = paid;
    for (Due payment : due) {
      Pot pot = new Pot(rest, payment.units());
      BigInteger first = payment.from().add(pot.taken(start));
      BigInteger last = payment.from().add(pot.taken(end));
      if (first.compareTo(last) < 0) {
        shares.add(new Share(payment.payment(), first.longValueExact(), last.longValueExact()));
      }
      start = pot.left(start);
      end = pot.left(end);
      rest = rest.subtract(payment.units());
    }
    return shares;
  }
}
