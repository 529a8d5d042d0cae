package org.lepta.ledger.entry;

import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;

/**
 * The receiving half of a {@link TransferOut}.
 *
 * @param fund the fund it touches
 * @param unit what the amount counts
 * @param amount positive
 * @param transferOut id of the other half
 * @param basis a code of the decision it rests on
 */
public record TransferIn(
    String fund, Unit unit, Amount amount, String fromFund, String transferOut, String basis)
    implements Flow {}
