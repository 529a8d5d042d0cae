package org.lepta.ledger.entry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A grantee's report. */
public record Report(
    String fund, String grant, @Nullable LocalDate periodFrom, @Nullable LocalDate periodTo)
    implements Note {}
