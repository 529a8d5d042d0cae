package org.lepta.ui.view;

import org.jspecify.annotations.Nullable;
import org.lepta.ui.format.Amount;
import org.lepta.ui.format.DateText;

/**
 * Something that stands out.
 *
 * @param party the other side; absent where the kind has none
 * @param amount by which it stands out
 */
public record ExceptionRow(
    Link entry,
    EntryKind kind,
    @Nullable DateText date,
    Link fund,
    @Nullable Party party,
    Amount amount) {}
