package org.lepta.service.indexing.read;

import org.lepta.service.kernel.Sha256;

/**
 * How far ledger, index and log came.
 *
 * @param height blocks that the index holds
 * @param ledgerHeight blocks that the ledger holds; the index's own where it cannot be asked
 * @param lagSeconds age of the oldest block that is not indexed yet; 0 if all are
 * @param size leaves in the log
 * @param root of the log at that size
 * @param healthy false if the index has stopped or the ledger cannot be reached
 */
public record LedgerStatus(
    long height, long ledgerHeight, long lagSeconds, long size, Sha256 root, boolean healthy) {}
