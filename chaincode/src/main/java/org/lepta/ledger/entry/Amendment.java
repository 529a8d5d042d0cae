package org.lepta.ledger.entry;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;

/**
 * A change of a grant by agreement.
 *
 * @param fund the fund it touches
 * @param unit what the amount counts
 * @param amount more if positive, less if negative
 * @param grant absent where a reported fund does not tell
 * @param recipient where the grant is not told
 * @param toFund where the grant is not told
 * @param tranches the whole new list, where it changed
 */
public record Amendment(
    String fund,
    Unit unit,
    Amount amount,
    @Nullable String grant,
    AmendmentReason reason,
    @Nullable Party recipient,
    @Nullable String toFund,
    List<Tranche> tranches)
    implements Flow {

  public Amendment {
    tranches = Lists.copy(tranches);
  }
}
