package org.lepta.ledger.entry;

import org.jspecify.annotations.Nullable;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;

/**
 * Money that left for a grantee, with its value date as {@code happenedOn}.
 *
 * @param fund the fund it touches
 * @param unit what the amount counts
 * @param amount not negative
 * @param toFund the receiver's fund or activity, as given
 * @param earmark the earmarked donation it is paid from
 */
public record Disbursement(
    String fund,
    Unit unit,
    Amount amount,
    @Nullable String grant,
    @Nullable String release,
    @Nullable Party receiver,
    @Nullable String toFund,
    @Nullable DisbursementBasis basis,
    @Nullable String earmark)
    implements Flow {}
