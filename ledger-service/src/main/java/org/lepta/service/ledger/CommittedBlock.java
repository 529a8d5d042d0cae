package org.lepta.service.ledger;

import java.util.List;

/**
 * A committed block, decoded from Fabric's {@code common.Block}.
 *
 * @param number from 0
 * @param previousHash header hash of the block before it; empty for block 0
 * @param dataHash SHA-256 over the concatenated envelopes, re-computed
 * @param headerHash SHA-256 over the DER form of the header, computed
 * @param bytes the whole message as stored: what evidence is cut from
 * @param transactions in block order, invalid ones included
 */
public record CommittedBlock(
    long number,
    Bytes previousHash,
    Bytes dataHash,
    Bytes headerHash,
    Bytes bytes,
    List<CommittedTransaction> transactions) {

  /** Makes the list immutable. */
  public CommittedBlock {
    transactions = List.copyOf(transactions);
  }
}
