/**
 * The ledger as the service sees it: {@link org.lepta.service.ledger.LedgerClient} writes and reads
 * state, {@link org.lepta.service.ledger.BlockSource} hands out committed blocks, {@link
 * org.lepta.service.ledger.Members} names the organisations.
 *
 * <p>Invariants: a block leaves this package only after it is durable, with its data hash re-computed
 * and its previous hash compared; a refusal by the contract, trouble on the way and a broken invariant
 * are three different things and never share a type; no type of Hyperledger Fabric appears in a port.
 *
 * <p>Allowed dependencies: the JDK, Hyperledger Fabric's messages and shim, protobuf, Bouncy Castle.
 * No other package of the service imports Fabric's.
 */
@NullMarked
package org.lepta.service.ledger;

import org.jspecify.annotations.NullMarked;
