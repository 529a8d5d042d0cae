package org.lepta.service.sampling;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Units;

/**
 * What an auditor decides before the draw. Amounts are of the unit.
 *
 * @param log origin of the log
 * @param fund whose spent units are sampled
 * @param unit of them
 * @param interval money from one selection to the next; exactly one of this and {@code items}
 * @param items how many selections the whole population would have; sets the interval
 * @param top from this amount on a payment is taken whole; absent: from the interval on
 * @param byKind whether each kind of payment is a stratum of its own
 * @param bands ascending bounds that part payments into strata by amount
 * @param from first day of the period, inclusive; undated payments belong to every period
 * @param to last day of the period, inclusive
 */
public record Plan(
    String log,
    String fund,
    String unit,
    @Nullable Amount interval,
    @Nullable Integer items,
    @Nullable Amount top,
    boolean byKind,
    List<Amount> bands,
    @Nullable LocalDate from,
    @Nullable LocalDate to) {

  /** The most bounds of bands. */
  public static final int MAX_BANDS = 16;

  /** The most selections that may be asked for. */
  public static final int MAX_ITEMS = 1_000_000;

  /** Copies the list. */
  public Plan {
    bands = List.copyOf(bands);
  }

  /**
   * Returns itself if it can be drawn by.
   *
   * @throws SampleException if it cannot
   */
  public Plan checked() throws SampleException {
    require(!log.isEmpty() && !fund.isEmpty(), "A draw names a log and a fund.");
    require(Units.isKnown(unit), "There is no unit " + unit + ".");
    require((interval == null) != (items == null), "A draw has an interval or a number of items.");
    require(interval == null || interval.signum() > 0, "The interval is above zero.");
    require(
        items == null || (items >= 1 && items <= MAX_ITEMS), "items is 1 to " + MAX_ITEMS + '.');
    require(top == null || top.signum() > 0, "The top amount is above zero.");
    require(bands.size() <= MAX_BANDS, "There are at most " + MAX_BANDS + " bounds of bands.");
    Amount before = Amount.ZERO;
    for (Amount bound : bands) {
      require(bound.compareTo(before) > 0, "Bounds of bands ascend from above zero.");
      before = bound;
    }
    require(from == null || to == null || !to.isBefore(from), "The period ends before it begins.");
    return this;
  }

  private static void require(boolean holds, String otherwise) throws SampleException {
    if (!holds) {
      throw new SampleException(otherwise);
    }
  }

  boolean covers(@Nullable LocalDate day) {
    return day == null
        || ((from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to)));
  }

  /** The number of the band: how many bounds the amount reaches. */
  int band(long amount) {
    int band = 0;
    while (band < bands.size() && bands.get(band).tenThousandths() <= amount) {
      band++;
    }
    return band;
  }
}
