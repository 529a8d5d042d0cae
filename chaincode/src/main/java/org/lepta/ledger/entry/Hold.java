package org.lepta.ledger.entry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Stops decisions over a fund or a grant while a question is open.
 *
 * @param reason a code
 */
public record Hold(String fund, @Nullable String grant, String reason, @Nullable LocalDate until)
    implements Registration {}
