package org.lepta.service.ledger.embedded;

import org.lepta.service.ledger.Bytes;

/**
 * Where a chain of blocks ends.
 *
 * @param height number of blocks, which is the next one's number
 * @param headerHash header hash of the last block; empty before block 0
 * @param commitHash commit hash of the last block; empty up to block 0
 * @param lastConfig number of the last configuration block
 */
record Tip(long height, Bytes headerHash, Bytes commitHash, long lastConfig) {
  static final Tip START = new Tip(0, Bytes.EMPTY, Bytes.EMPTY, 0);
}
