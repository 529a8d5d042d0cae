package org.lepta.ui.view;

import org.jspecify.annotations.Nullable;
import org.lepta.ui.format.Amount;
import org.lepta.ui.format.DateText;

/**
 * A grant as a line of a list.
 *
 * @param paidOut absent where a publisher states no payments under it
 */
public record GrantRow(
    Link grant,
    PublicText title,
    Party recipient,
    Link fund,
    @Nullable DateText awardedOn,
    Amount awarded,
    @Nullable Amount paidOut) {}
