package org.lepta.ui.view;

import org.jspecify.annotations.Nullable;
import org.lepta.ui.format.Amount;

/**
 * The entries of a day, of one kind, in funds of one mode and in one unit.
 *
 * @param mode absent for entries that move nothing, like the amount
 * @param entries ready number
 */
public record DaySumRow(
    EntryKind kind, @Nullable FundMode mode, String entries, @Nullable Amount amount) {}
