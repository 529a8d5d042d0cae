package org.lepta.ledger.entry;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.money.Amount;

/**
 * A part of a grant.
 *
 * @param number from 1, dense
 * @param amount positive
 */
public record Tranche(
    int number, Amount amount, @Nullable LocalDate dueOn, List<Condition> conditions) {

  public Tranche {
    conditions = Lists.copy(conditions);
  }
}
