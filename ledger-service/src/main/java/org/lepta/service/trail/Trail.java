package org.lepta.service.trail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a gift went, as the log of a size knew it. Amounts are canonical decimal strings; no donor
 * is ever named. The first hop is the gift itself, every other one is reached by a step or an act
 * of an earlier one.
 *
 * @param size leaves of the log; the same size gives the same trail for ever
 * @param lens the rule by which it was traced
 * @param hops in the order they were reached
 * @param hopsLeftOut whether there are more hops than a trail holds
 * @param provisionalFrom the month, as in 2026-03, from which shares may still change; absent where
 *     all stand for ever
 */
public record Trail(
    long size, String lens, List<Hop> hops, boolean hopsLeftOut, @Nullable String provisionalFrom) {

  public Trail {
    hops = List.copyOf(hops);
  }

  /**
   * A gift, or what came of it, inside one fund: {@code amount = unspent + voided + spent}, unless
   * {@code pieces} were left out.
   *
   * @param number from 0
   * @param reachedBy how it was reached; absent for the gift itself
   * @param leaf the entry by which the units came into the fund
   * @param kind of that entry
   * @param date when it happened, as stated
   * @param earmarked whether only payments that name it draw from it
   * @param amount the units that are followed
   * @param from place of the first of them among the entry's units
   * @param to place after the last of them
   * @param unspent not drawn by any payment yet
   * @param voided given back to the donor, or never given (refunds and corrections)
   * @param spent drawn by payments, less what came back
   * @param cameBack drawn once, and back in the fund since
   * @param steps in ledger order
   * @param spentLeftOut drawn units whose steps are not shown because there are too many
   * @param piecesLeftOut whether units that came back are in more pieces than a hop holds; then the
   *     figures are of those that are followed
   * @param grants what the grantees of the steps' grants did
   * @param months the newest months of the pool, oldest first; only under the proportional lens
   */
  public record Hop(
      int number,
      @Nullable Reached reachedBy,
      long leaf,
      String kind,
      String id,
      @Nullable String date,
      String fund,
      String unit,
      boolean earmarked,
      String amount,
      String from,
      String to,
      String unspent,
      String voided,
      String spent,
      String cameBack,
      List<Step> steps,
      String spentLeftOut,
      boolean piecesLeftOut,
      List<GrantActs> grants,
      List<Month> months) {

    public Hop {
      months = List.copyOf(months);
      steps = List.copyOf(steps);
      grants = List.copyOf(grants);
    }
  }

  /**
   * How a hop was reached.
   *
   * @param hop number of the hop before
   * @param leaf the payment or pass-on that leads on
   * @param exact whether the very units are followed (transfers, exchanges); a pass-on is of the
   *     grant as a whole, and so is the gift it becomes
   */
  public record Reached(int hop, long leaf, boolean exact) {}

  /**
   * Units of the gift in one payment.
   *
   * @param leaf the payment, which may also be a refund or correction that other units had to cover
   * @param kind of that entry
   * @param date when it happened, as stated
   * @param paymentAmount of the payment as stated, of which this is a part
   * @param amount of the gift in it
   * @param share amount per amount of the hop, with six decimals, rounded down
   * @param receiver organisation that received it, where stated
   * @param otherFund the receiver's fund or activity, as given
   * @param grant it was paid under
   * @param evidence how sure the payment is
   * @param drawn which units; absent under the proportional lens, which takes from all alike
   * @param month in whose pool they were shared; only under the proportional lens
   */
  public record Step(
      long leaf,
      String kind,
      String id,
      @Nullable String date,
      String paymentAmount,
      String amount,
      String share,
      @Nullable String receiver,
      @Nullable String otherFund,
      @Nullable String grant,
      String evidence,
      @Nullable Drawn drawn,
      @Nullable String month) {

    /** How many of the units came back to their line since. */
    public String cameBack() {
      return drawn == null ? "0" : drawn.cameBack();
    }
  }

  /**
   * Which units of a gift a payment drew.
   *
   * @param from place of the first unit among the gift's units
   * @param to place after the last one
   * @param lineFrom units that came into the line before the first one
   * @param since leaf since which this is known
   * @param coveredLater whether the payment was made before the units came in
   * @param again whether the units had been in another payment before and came back
   * @param cameBack how many of the units came back since
   */
  public record Drawn(
      String from,
      String to,
      String lineFrom,
      long since,
      boolean coveredLater,
      boolean again,
      String cameBack) {}

  /**
   * A month of the pool that a gift lies in, under the proportional lens.
   *
   * @param month as in 2026-03
   * @param held units of the gift in the pool, before its payments
   * @param pool all units of the pool
   * @param paid units that the pool paid
   * @param amount units of the gift among those
   */
  public record Month(String month, String held, String pool, String paid, String amount) {}

  /**
   * What a grantee did with a grant as a whole: payments are not split further by donor.
   *
   * @param acts oldest first
   * @param actsLeftOut whether there are more
   */
  public record GrantActs(String grant, List<Act> acts, boolean actsLeftOut) {
    public GrantActs {
      acts = List.copyOf(acts);
    }
  }

  /**
   * A pass-on or expenditure of a grantee, or the correction of one.
   *
   * @param amount as stated; what a correction takes back
   * @param receiver organisation that received it, where stated
   * @param otherFund the fund that received it
   * @param corrects qualified id of what a correction takes back
   */
  public record Act(
      long leaf,
      String kind,
      String id,
      @Nullable String date,
      String unit,
      String amount,
      @Nullable String receiver,
      @Nullable String otherFund,
      @Nullable String corrects) {}
}
