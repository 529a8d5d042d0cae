package org.lepta.ledger.entry;

import org.jspecify.annotations.Nullable;

/**
 * A key that signs checkpoints of the log from here on.
 *
 * @param vkey verifier key of a signed note
 * @param replaces vkey that signs no longer
 */
public record LogKey(String vkey, @Nullable String replaces) implements Registration {}
