package org.lepta.service.sample;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Restriction;
import org.lepta.ledger.money.Unit;

/**
 * What a fund of the sample is.
 *
 * @param approvals people who approve each release, beside the one who records it
 * @param strict whether it keeps the default recording limits, so that old facts are flagged late
 * @param weights how often its units are given, in parts of a hundred of the foundation's gifts
 */
record FundCard(
    String id,
    Bilingual name,
    Bilingual purpose,
    String code,
    Restriction restriction,
    List<Unit> units,
    List<Integer> weights,
    int approvals,
    boolean strict) {

  static final Unit RUB = new Unit("RUB");
  static final Unit EUR = new Unit("EUR");
  static final Unit HOURS = new Unit("h");

  FundCard {
    units = List.copyOf(units);
    weights = List.copyOf(weights);
  }

  /** Recording limit in days; absent for the default. */
  @Nullable Integer limitDays() {
    return strict ? null : 36_500;
  }
}
