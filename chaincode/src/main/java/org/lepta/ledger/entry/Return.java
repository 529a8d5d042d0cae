package org.lepta.ledger.entry;

import org.jspecify.annotations.Nullable;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;

/**
 * What a grantee paid back.
 *
 * @param fund the fund it touches
 * @param unit what the amount counts
 * @param amount not negative
 * @param fromFund the grantee's fund or activity, as given
 */
public record Return(
    String fund,
    Unit unit,
    Amount amount,
    @Nullable String grant,
    @Nullable Party by,
    @Nullable String fromFund)
    implements Flow {}
