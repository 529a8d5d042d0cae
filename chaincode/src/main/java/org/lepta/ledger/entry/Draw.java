package org.lepta.ledger.entry;

import org.jspecify.annotations.Nullable;

/**
 * An auditor's commitment before a sample is drawn.
 *
 * @param scope a code
 */
public record Draw(Hash commitment, String scope, @Nullable String fund) implements Note {}
