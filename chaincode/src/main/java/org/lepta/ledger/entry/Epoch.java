package org.lepta.ledger.entry;

import org.jspecify.annotations.Nullable;

/**
 * Switches leaf and rules version from the next block on.
 *
 * @param chaincode SHA-256 of the chaincode build
 * @param previousLog origin of the log this one continues
 * @param previousSize its final size
 * @param previousRoot its final root
 */
public record Epoch(
    int leafVersion,
    int rulesVersion,
    @Nullable Hash chaincode,
    @Nullable String previousLog,
    @Nullable Long previousSize,
    @Nullable Hash previousRoot)
    implements Registration {}
