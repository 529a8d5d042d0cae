package org.lepta.ledger.entry;

import org.jspecify.annotations.Nullable;

/**
 * The hash of a released file: a verifier, a report, an export.
 *
 * @param role a code; successor, from the first member, ends a ledger that was moved
 * @param sha256 SHA-256 of the file; of a successor, the header hash of its block 0
 */
public record Publication(String role, Hash sha256, @Nullable String version) implements Note {}
