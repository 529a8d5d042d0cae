package org.lepta.ledger.entry;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;

/**
 * Money promised to a recipient.
 *
 * @param fund the fund it touches
 * @param unit what the amount counts
 * @param amount not negative; the tranches, if any, add up to it
 * @param toFund the receiver's fund or activity, as given
 * @param regrantType code of the 360Giving codelist
 */
public record Grant(
    String fund,
    Unit unit,
    Amount amount,
    @Nullable Party recipient,
    @Nullable String toFund,
    List<Tranche> tranches,
    @Nullable LocalDate startsOn,
    @Nullable LocalDate endsOn,
    @Nullable String regrantType)
    implements Flow {

  public Grant {
    tranches = Lists.copy(tranches);
  }
}
