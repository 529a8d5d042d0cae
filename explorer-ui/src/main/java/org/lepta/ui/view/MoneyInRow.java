package org.lepta.ui.view;

import org.jspecify.annotations.Nullable;
import org.lepta.ui.format.Amount;
import org.lepta.ui.format.DateText;

/** Money that came into a fund (opening, donation, income, transfer, return …) as a line. */
public record MoneyInRow(
    Link entry, @Nullable DateText date, EntryKind kind, Link fund, Party from, Amount amount) {}
