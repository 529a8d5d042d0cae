package org.lepta.ledger.entry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;

/** A promise of a gift; never in totals. */
public record Pledge(
    String fund, Unit unit, Amount amount, @Nullable Party donor, @Nullable LocalDate dueOn)
    implements Note {}
