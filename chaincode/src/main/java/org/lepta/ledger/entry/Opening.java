package org.lepta.ledger.entry;

import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;

/**
 * The balance a fund had when it came to the ledger.
 *
 * @param fund the fund it touches
 * @param unit what the amount counts
 * @param amount not negative
 */
public record Opening(String fund, Unit unit, Amount amount) implements Flow {}
