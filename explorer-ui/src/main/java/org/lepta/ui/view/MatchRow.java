package org.lepta.ui.view;

import org.jspecify.annotations.Nullable;
import org.lepta.ui.format.Amount;

/**
 * The statements of both sides about the money between two funds.
 *
 * @param here what this fund's side states
 * @param there what the other side states; absent when it states nothing
 * @param difference between the two; absent when there is none
 */
public record MatchRow(
    Party other,
    Amount here,
    @Nullable Amount there,
    @Nullable Amount difference,
    MatchState state,
    Link entries) {}
