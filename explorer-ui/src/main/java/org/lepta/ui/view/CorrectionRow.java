package org.lepta.ui.view;

import org.jspecify.annotations.Nullable;
import org.lepta.ui.format.Amount;
import org.lepta.ui.format.DateText;

/**
 * A correction as a line of a list.
 *
 * @param target the corrected entry; absent where a reported statement names none
 * @param reason the reason code in words
 */
public record CorrectionRow(
    Link entry,
    @Nullable DateText date,
    @Nullable Link target,
    String reason,
    Amount change,
    Party statedBy) {}
