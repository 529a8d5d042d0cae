package org.lepta.ui.view;

import org.jspecify.annotations.Nullable;
import org.lepta.ui.format.Amount;
import org.lepta.ui.format.DateText;

/** What the receiving side says has arrived. */
public record ConfirmationRow(
    Link entry, @Nullable DateText date, Party by, Amount amount, @Nullable Link payment) {}
