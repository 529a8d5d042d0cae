package org.lepta.ledger.entry;

import org.jspecify.annotations.Nullable;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;

/**
 * What a grantee passed on.
 *
 * @param fund the fund it touches
 * @param unit what the amount counts
 * @param amount not negative
 * @param toFund the fund on this ledger that receives it; absent for a party outside
 */
public record PassOn(
    String fund,
    Unit unit,
    Amount amount,
    String grant,
    @Nullable Party receiver,
    @Nullable String toFund)
    implements Flow {}
