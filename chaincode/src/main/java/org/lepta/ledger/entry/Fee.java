package org.lepta.ledger.entry;

import org.jspecify.annotations.Nullable;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;

/**
 * What a processor or bank kept.
 *
 * @param fund the fund it touches
 * @param unit what the amount counts
 * @param amount not negative
 * @param donation the gift it was taken from
 * @param statement the bank statement that shows it
 */
public record Fee(
    String fund, Unit unit, Amount amount, @Nullable String donation, @Nullable String statement)
    implements Flow {}
