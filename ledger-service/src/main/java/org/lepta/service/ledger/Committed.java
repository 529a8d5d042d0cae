package org.lepta.service.ledger;

/**
 * The transaction is in a durable block, valid, and its writes can be read.
 *
 * @param block number of the block, from 1
 * @param transaction position in the block, from 0
 * @param txId Fabric's transaction id: 64 lower-case hexadecimal digits
 * @param payload what the contract returned
 */
public record Committed(long block, int transaction, String txId, Bytes payload)
    implements Outcome {}
