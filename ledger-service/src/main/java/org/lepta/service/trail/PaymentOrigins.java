package org.lepta.service.trail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a payment was paid from, as the log of a size knew it: one page, in the order of the
 * payment's units. Amounts are canonical decimal strings; donors are never named.
 *
 * @param leaf the payment
 * @param size leaves of the log; the same size gives the same page for ever
 * @param amount what it takes of the spent line; less than stated for refunds, by what they voided
 * @param uncovered spent beyond what was given, so far
 * @param items at most as many as were asked for
 * @param next pass it as {@code after} to get the next page; absent on the last one
 */
public record PaymentOrigins(
    long leaf,
    String fund,
    String unit,
    long size,
    String amount,
    String uncovered,
    List<Item> items,
    @Nullable String next) {

  public PaymentOrigins {
    items = List.copyOf(items);
  }

  /**
   * Units of one gift in the payment.
   *
   * @param leaf the entry that first gave the units; absent where the origin is not stated
   * @param kind of that entry
   * @param date when it happened, as stated
   * @param giver the organisation that gave it; absent for persons and where it is not stated
   * @param amount how much of it is in the payment
   * @param from place of the first unit among the gift's units; absent without a stated origin
   * @param paymentFrom place of the first unit in the payment
   * @param paymentTo place after the last one
   * @param since leaf since which this is known
   * @param again whether the units had been in another payment before and came back
   * @param cameBack how many of the units came back since
   * @param earlier the payment in another line by which they came, with the place of its first
   *     unit: ask for its origins to go further back
   * @param passOn qualified id of the pass-on that this gift continues
   */
  public record Item(
      @Nullable Long leaf,
      @Nullable String kind,
      @Nullable String id,
      @Nullable String date,
      @Nullable String giver,
      String amount,
      @Nullable String from,
      String paymentFrom,
      String paymentTo,
      long since,
      boolean again,
      String cameBack,
      @Nullable Earlier earlier,
      @Nullable String passOn) {}

  /** A range of units of an earlier payment, as places from its first unit. */
  public record Earlier(long leaf, String from, String to) {}

  /**
   * The pool of the month in which a payment was recorded, under the proportional lens.
   *
   * @param month as in 2026-03
   * @param pool all units of the pool
   * @param paid units that the pool paid
   * @param provisional whether the month may still change
   */
  public record Pool(String month, String pool, String paid, boolean provisional) {}
}
