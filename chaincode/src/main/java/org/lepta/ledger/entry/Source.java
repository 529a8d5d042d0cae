package org.lepta.ledger.entry;

import org.jspecify.annotations.Nullable;

/**
 * Where an imported entry was read; exactly one of the two hashes is there.
 *
 * @param sha256 of a published file
 * @param keyed hash of a private file under the consortium's key
 * @param position of the line or element in it, for example {@code grants[17]}
 */
public record Source(@Nullable Hash sha256, @Nullable Hash keyed, String position) {}
