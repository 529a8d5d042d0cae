package org.lepta.ledger.entry;

import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;

/**
 * Money in that is not a gift.
 *
 * @param fund the fund it touches
 * @param unit what the amount counts
 * @param amount not negative
 */
public record Income(String fund, Unit unit, Amount amount, IncomeType type) implements Flow {}
