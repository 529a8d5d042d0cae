package org.lepta.service.consortium;

import org.jspecify.annotations.Nullable;

/**
 * Where two logs part.
 *
 * @param height the lowest number of blocks after which they differ
 * @param blocksDiffer whether its last block is another one; else one of the two computed wrongly
 * @param leaf the first leaf that differs; absent where that could not be found out
 */
public record FirstDifference(long height, boolean blocksDiffer, @Nullable Long leaf) {}
