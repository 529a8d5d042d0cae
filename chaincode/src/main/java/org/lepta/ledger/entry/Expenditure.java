package org.lepta.ledger.entry;

import org.jspecify.annotations.Nullable;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;

/**
 * Money spent: by the grantee out of what it holds, or the fund's own cost.
 *
 * @param fund the fund it touches
 * @param unit what the amount counts
 * @param amount not negative
 * @param grant absent for own cost
 * @param invoice keyed hash of issuer, number, date and total
 * @param earmark the earmarked donation it is paid from
 */
public record Expenditure(
    String fund,
    Unit unit,
    Amount amount,
    SpendClass spendClass,
    @Nullable String grant,
    @Nullable Party payee,
    @Nullable Hash invoice,
    @Nullable String earmark)
    implements Flow {}
