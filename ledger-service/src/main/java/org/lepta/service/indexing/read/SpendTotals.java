package org.lepta.service.indexing.read;

import java.math.BigDecimal;

/** What a fund spent itself, by class. */
public record SpendTotals(
    BigDecimal programme, BigDecimal running, BigDecimal fundraising, BigDecimal fee) {

  /** All classes. */
  public BigDecimal sum() {
    return programme.add(running).add(fundraising).add(fee);
  }

  SpendTotals plus(SpendTotals other) {
    return new SpendTotals(
        programme.add(other.programme),
        running.add(other.running),
        fundraising.add(other.fundraising),
        fee.add(other.fee));
  }
}
