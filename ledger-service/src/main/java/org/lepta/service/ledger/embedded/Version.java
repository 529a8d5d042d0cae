package org.lepta.service.ledger.embedded;

/**
 * Where a key was last written.
 *
 * @param block number of the block
 * @param transaction position in the block
 */
record Version(long block, long transaction) {}
