package org.lepta.ledger.entry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An auditor's result over a part of the log.
 *
 * @param scope a code
 * @param result a code
 */
public record Attestation(
    String scope,
    @Nullable String fund,
    long logSize,
    Hash logRoot,
    String result,
    @Nullable LocalDate periodFrom,
    @Nullable LocalDate periodTo)
    implements Note {}
