package org.lepta.ledger.entry;

import org.jspecify.annotations.Nullable;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;

/**
 * Permission to pay a part of a grant; approved is not paid.
 *
 * @param fund the fund it touches
 * @param unit what the amount counts
 * @param amount positive
 * @param payee keyed hash of the account that will be paid
 */
public record Release(
    String fund, Unit unit, Amount amount, String grant, @Nullable Integer tranche, Hash payee)
    implements Flow {}
