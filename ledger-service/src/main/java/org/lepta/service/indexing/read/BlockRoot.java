package org.lepta.service.indexing.read;

import org.jspecify.annotations.Nullable;
import org.lepta.service.kernel.Sha256;

/**
 * The log as so many blocks made it: what all services over one ledger must agree on.
 *
 * @param height number of blocks
 * @param size leaves after them
 * @param root over these leaves
 * @param headerHash of the last of these blocks; absent at height 0
 */
public record BlockRoot(long height, long size, Sha256 root, @Nullable Sha256 headerHash) {}
