package org.lepta.ledger.entry;

import org.jspecify.annotations.Nullable;

/**
 * A text may no longer be shown.
 *
 * @param reason a code
 */
public record Withdrawal(Hash text, @Nullable String reason) implements Note {}
