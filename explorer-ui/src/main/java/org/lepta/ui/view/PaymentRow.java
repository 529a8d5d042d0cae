package org.lepta.ui.view;

import org.jspecify.annotations.Nullable;
import org.lepta.ui.format.Amount;
import org.lepta.ui.format.DateText;

/** A payment (disbursement or own spending) as a line of a list. */
public record PaymentRow(
    Link entry,
    @Nullable DateText date,
    EntryKind kind,
    Link fund,
    Party recipient,
    Amount amount,
    EvidenceStep evidence,
    @Nullable Link grant) {}
