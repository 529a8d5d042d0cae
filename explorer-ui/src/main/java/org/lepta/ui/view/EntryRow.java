package org.lepta.ui.view;

import org.jspecify.annotations.Nullable;
import org.lepta.ui.format.Amount;
import org.lepta.ui.format.DateText;

/**
 * Any entry as a line of a list.
 *
 * @param fund absent where the kind belongs to no fund
 * @param party absent where the kind has no other side
 * @param amount absent where the kind has none
 */
public record EntryRow(
    Link entry,
    @Nullable DateText date,
    EntryKind kind,
    @Nullable Link fund,
    @Nullable Party party,
    @Nullable Amount amount,
    Party statedBy) {}
