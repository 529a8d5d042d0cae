package org.lepta.ui.view;

import org.jspecify.annotations.Nullable;
import org.lepta.ui.format.Amount;
import org.lepta.ui.format.DateText;

/**
 * A fund in one unit, as a line of a list.
 *
 * @param received absent, like the figures after it, in a fund that nothing has touched yet
 * @param free absent in reported funds that publish no income
 */
public record FundRow(
    Link fund,
    Party.Organisation owner,
    FundMode mode,
    @Nullable Amount received,
    @Nullable Amount awarded,
    @Nullable Amount paidOut,
    @Nullable Amount free,
    @Nullable DateText lastMovement) {}
