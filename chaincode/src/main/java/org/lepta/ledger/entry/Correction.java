package org.lepta.ledger.entry;

import org.jspecify.annotations.Nullable;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;

/**
 * Reverses an erroneous entry or a part of it; the restated fact is an entry of its own.
 *
 * @param target id of the corrected entry, of the kind of {@code reverses}; absent where a reported
 *     fund does not tell
 * @param reason a code
 * @param reverses the fields of the target with the part of its amount that is taken back; never a
 *     correction itself
 */
public record Correction(@Nullable String target, String reason, Flow reverses) implements Flow {

  @Override
  public String fund() {
    return reverses.fund();
  }

  @Override
  public Unit unit() {
    return reverses.unit();
  }

  @Override
  public Amount amount() {
    return reverses.amount();
  }
}
