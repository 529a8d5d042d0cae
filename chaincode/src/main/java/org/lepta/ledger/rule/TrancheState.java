package org.lepta.ledger.rule;

import java.util.List;
import org.lepta.ledger.entry.Condition;
import org.lepta.ledger.entry.Tranche;
import org.lepta.ledger.money.Amount;

/**
 * How far one tranche of a managed grant came.
 *
 * @param released net sum of its releases
 * @param met whether the newest assessment says its milestone is met
 * @param confirmed whether the receiver confirmed a payment of it
 */
public record TrancheState(
    int number,
    Amount amount,
    List<Condition> conditions,
    Amount released,
    boolean met,
    boolean confirmed) {

  public TrancheState {
    conditions = StateLists.copy(conditions);
  }

  static TrancheState of(Tranche tranche) {
    return new TrancheState(
        tranche.number(), tranche.amount(), tranche.conditions(), Amount.ZERO, false, false);
  }

  Amount rest() {
    return amount.minus(released);
  }

  TrancheState released(Amount more) {
    return new TrancheState(number, amount, conditions, released.plus(more), met, confirmed);
  }

  TrancheState assessed(boolean isMet) {
    return new TrancheState(number, amount, conditions, released, isMet, confirmed);
  }

  TrancheState confirmedByReceiver() {
    return new TrancheState(number, amount, conditions, released, met, true);
  }

  /** The agreed new terms, with what was done under the old ones. */
  TrancheState amended(Tranche terms) {
    return new TrancheState(number, terms.amount(), terms.conditions(), released, met, confirmed);
  }
}
