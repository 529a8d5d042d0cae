package org.lepta.service.anchoring;

import java.time.Instant;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.transparency.proof.MerkleHash;

/**
 * What stands in the contract.
 *
 * @param size 0 before the first anchor
 * @param root of that size
 * @param time of the block that moved it; the epoch before the first anchor
 * @param block the block's number
 */
record Head(long size, Sha256 root, Instant time, long block) {

  static final Head EMPTY = new Head(0, MerkleHash.EMPTY, Instant.EPOCH, 0);
}
