/**
 * The ledger on a Hyperledger Fabric network: the ports of {@link org.lepta.service.ledger} behind
 * the gateways of the network's peers.
 *
 * <p>Invariants: what became of a transaction is read from the chain of blocks only, whose hashes
 * are checked here also from one peer to the next; a refusal, "certainly not ordered" and "perhaps
 * ordered" never become one another, and what is in doubt counts as perhaps ordered; an envelope is
 * signed once and sent again as it is, never made anew; nothing waits without a limit.
 *
 * <p>Which node endorsed, ordered or handed out a block is never trusted for more than it proves:
 * validation flags are the followed peer's word, as they are for every client of Fabric.
 */
@NullMarked
package org.lepta.service.ledger.fabric;

import org.jspecify.annotations.NullMarked;
