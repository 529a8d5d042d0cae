package org.lepta.ledger.entry;

import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;

/** An entry that posts to one fund. */
public sealed interface Flow extends Body
    permits Opening,
        Donation,
        Fee,
        Refund,
        Income,
        TransferOut,
        TransferIn,
        Exchange,
        Grant,
        Amendment,
        Release,
        Disbursement,
        PassOn,
        Return,
        Expenditure,
        Correction {

  /** The id of the one fund it touches. */
  String fund();

  /** The unit of {@link #amount()}. */
  Unit unit();

  /** Not negative, except for an amendment, where the sign says more or less. */
  Amount amount();
}
