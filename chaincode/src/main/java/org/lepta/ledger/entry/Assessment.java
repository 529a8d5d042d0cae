package org.lepta.ledger.entry;

import org.jspecify.annotations.Nullable;

/** A judgement on an application or a tranche. */
public record Assessment(
    @Nullable String fund,
    @Nullable String application,
    @Nullable String grant,
    @Nullable Integer tranche,
    AssessmentResult result)
    implements Note {}
