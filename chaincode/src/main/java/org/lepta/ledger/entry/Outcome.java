package org.lepta.ledger.entry;

import org.jspecify.annotations.Nullable;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;

/**
 * What came of the money.
 *
 * @param measure a code
 */
public record Outcome(
    String fund,
    @Nullable String grant,
    String measure,
    Unit unit,
    Amount amount,
    @Nullable Party by)
    implements Note {}
