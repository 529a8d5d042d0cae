package org.lepta.ui.view;

import org.lepta.ui.format.DateText;

/**
 * Another service over the same ledger.
 *
 * @param service where it answers, as a link where that is encrypted
 * @param blocks up to which both logs are known to be the same, formatted
 * @param entries in them, formatted
 * @param since when it began to stand so
 * @param note what more is to be said, in ready sentences; empty if nothing
 */
public record OtherRow(
    Cell service,
    Agreement agreement,
    String blocks,
    String entries,
    DateText since,
    String note) {}
