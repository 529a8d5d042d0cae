package org.lepta.ledger.entry;

import org.jspecify.annotations.Nullable;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;

/**
 * What an entry does to one account.
 *
 * @param amount added to the account's balance; negative takes away
 * @param grant with {@link Account#HELD} the grant's id, absent for the grant "none"
 */
public record Posting(Account account, Unit unit, Amount amount, @Nullable String grant) {

  /** The same posting the other way. */
  public Posting reversed() {
    return new Posting(account, unit, amount.negated(), grant);
  }
}
