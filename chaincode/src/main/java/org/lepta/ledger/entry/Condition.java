package org.lepta.ledger.entry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A condition of a tranche, as data.
 *
 * @param on with {@code date}
 * @param count with {@code evidence}
 */
public record Condition(ConditionType type, @Nullable LocalDate on, @Nullable Integer count) {}
