package org.lepta.ledger.rule;

import org.lepta.ledger.entry.Posting;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;

/** The balances of a fund's own accounts in one unit. */
public record UnitBalance(Unit unit, Amount free, Amount committed, Amount released) {

  static UnitBalance zero(Unit unit) {
    return new UnitBalance(unit, Amount.ZERO, Amount.ZERO, Amount.ZERO);
  }

  /**
   * With one posting applied; postings to other accounts change nothing here.
   *
   * @throws ArithmeticException on overflow
   */
  UnitBalance plus(Posting posting) {
    Amount change = posting.amount();
    return switch (posting.account()) {
      case FREE -> new UnitBalance(unit, free.plus(change), committed, released);
      case COMMITTED -> new UnitBalance(unit, free, committed.plus(change), released);
      case RELEASED -> new UnitBalance(unit, free, committed, released.plus(change));
      default -> this;
    };
  }
}
