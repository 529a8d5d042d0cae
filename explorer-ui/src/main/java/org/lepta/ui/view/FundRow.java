package org.lepta.ui.view;

import org.jspecify.annotations.Nullable;
import org.lepta.ui.format.Amount;
import org.lepta.ui.format.DateText;

/**
 * A fund in one unit, as a line of a list.
 *
 * @param free absent in reported funds that publish no income
 */
public record FundRow(
    Link fund,
    Party.Organisation owner,
    FundMode mode,
    Amount received,
    Amount awarded,
    Amount paidOut,
    @Nullable Amount free,
    @Nullable DateText lastMovement) {}
