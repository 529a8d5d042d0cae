package org.lepta.ledger.entry;

import org.jspecify.annotations.Nullable;

/**
 * The hash of a released file: a verifier, a report, an export.
 *
 * @param role a code
 */
public record Publication(String role, Hash sha256, @Nullable String version) implements Note {}
