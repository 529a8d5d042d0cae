package org.lepta.ledger.rule;

import org.jspecify.annotations.Nullable;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;

/**
 * A release of a managed fund.
 *
 * @param amount net of corrections
 * @param paid net sum of the disbursements under it
 */
public record ReleaseState(
    String grant, @Nullable Integer tranche, Unit unit, Amount amount, Amount paid) {

  Amount rest() {
    return amount.minus(paid);
  }

  ReleaseState paid(Amount more) {
    return new ReleaseState(grant, tranche, unit, amount, paid.plus(more));
  }

  ReleaseState amount(Amount more) {
    return new ReleaseState(grant, tranche, unit, amount.plus(more), paid);
  }
}
