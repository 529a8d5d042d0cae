package org.lepta.ui.view;

import org.jspecify.annotations.Nullable;
import org.lepta.ui.format.Amount;
import org.lepta.ui.format.DateText;

/** A grant as a line of a list. */
public record GrantRow(
    Link grant,
    PublicText title,
    Party recipient,
    Link fund,
    @Nullable DateText awardedOn,
    Amount awarded,
    Amount paidOut) {}
