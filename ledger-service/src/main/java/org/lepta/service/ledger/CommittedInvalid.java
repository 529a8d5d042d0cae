package org.lepta.service.ledger;

/**
 * The transaction is in a durable block, but invalid: it has changed nothing and never will.
 *
 * @param block number of the block, from 1
 * @param transaction position in the block, from 0
 * @param txId Fabric's transaction id: 64 lower-case hexadecimal digits
 * @param validation why; never {@link Validation#VALID}
 */
public record CommittedInvalid(long block, int transaction, String txId, Validation validation)
    implements Outcome {}
