package org.lepta.ledger.entry;

import org.jspecify.annotations.Nullable;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;

/**
 * A gift, gross of fees.
 *
 * @param fund the fund it touches
 * @param unit what the amount counts
 * @param amount not negative
 * @param donor absent when not stated
 * @param from id of the pass-on on this ledger that this gift continues
 * @param fromFund the giver's fund or activity, as given
 * @param earmark a code; an earmarked gift is drawn only by payments that name this donation
 */
public record Donation(
    String fund,
    Unit unit,
    Amount amount,
    @Nullable Party donor,
    @Nullable String from,
    @Nullable String fromFund,
    @Nullable String earmark)
    implements Flow {}
