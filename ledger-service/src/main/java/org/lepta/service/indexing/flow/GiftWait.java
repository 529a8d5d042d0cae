package org.lepta.service.indexing.flow;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;

/**
 * Given money of which payments used up some, by how long it waited.
 *
 * @param amount in units
 * @param unitDays each unit times the days it waited, added up; 0 where there is no date
 */
public record GiftWait(BigDecimal amount, BigDecimal unitDays) {

  private static final GiftWait NONE = new GiftWait(BigDecimal.ZERO, BigDecimal.ZERO);

  private GiftWait plus(GiftWait other) {
    return new GiftWait(amount.add(other.amount), unitDays.add(other.unitDays));
  }

  /** Both together. */
  public static GiftWait sum(Collection<GiftWait> waits) {
    return waits.stream().reduce(NONE, GiftWait::plus);
  }

  /** How many days a unit waited on average, rounded to the nearest; 0 of nothing. */
  public long averageDays() {
    return amount.signum() == 0
        ? 0
        : unitDays.divide(amount, 0, RoundingMode.HALF_UP).longValueExact();
  }
}
