package org.lepta.service.indexing.matching;

import org.jspecify.annotations.Nullable;

/**
 * How the other side speaks of one statement.
 *
 * @param other leaf of its other side; null where the statement is compared in sums only
 */
public record LineMatch(MatchState state, @Nullable Long other) {}
