package org.lepta.ui.view;

import org.jspecify.annotations.Nullable;
import org.lepta.ui.format.Amount;
import org.lepta.ui.format.DateText;

/** An amendment of a grant: a decision, not the correction of an error. */
public record AmendmentRow(
    Link entry, @Nullable DateText date, Amount change, PublicText reason, Party statedBy) {}
