package org.lepta.ledger.entry;

import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;

/**
 * Money moved to another fund of the same owner; stands with its {@link TransferIn} in one
 * transaction.
 *
 * @param fund the fund it touches
 * @param unit what the amount counts
 * @param amount positive
 * @param transferIn id of the other half
 * @param basis a code of the decision it rests on
 */
public record TransferOut(
    String fund, Unit unit, Amount amount, String toFund, String transferIn, String basis)
    implements Flow {}
