package org.lepta.ledger.entry;

import org.jspecify.annotations.Nullable;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;

/**
 * Money given back to a donor, also by chargeback.
 *
 * @param fund the fund it touches
 * @param unit what the amount counts
 * @param amount not negative
 * @param donation the gift that is given back
 * @param reason a code, for example {@code chargeback}
 * @param from as in the donation, where the gift came from this ledger
 */
public record Refund(
    String fund, Unit unit, Amount amount, String donation, String reason, @Nullable String from)
    implements Flow {}
