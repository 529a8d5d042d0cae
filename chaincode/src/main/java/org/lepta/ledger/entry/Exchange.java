package org.lepta.ledger.entry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;

/**
 * One unit exchanged for another inside a fund.
 *
 * @param fund the fund it touches
 * @param unit sold
 * @param amount sold, positive
 * @param boughtAmount positive
 * @param rate bought per sold, as a decimal string
 * @param rateSource a code
 */
public record Exchange(
    String fund,
    Unit unit,
    Amount amount,
    Unit boughtUnit,
    Amount boughtAmount,
    @Nullable String rate,
    @Nullable LocalDate rateOn,
    @Nullable String rateSource)
    implements Flow {}
