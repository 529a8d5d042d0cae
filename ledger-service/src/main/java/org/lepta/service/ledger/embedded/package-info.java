/**
 * The embedded ledger: one machine, one keeper, no network. Runs the same contract as a peer would,
 * with Fabric's semantics, and writes Fabric's blocks to one append-only file.
 *
 * <p>The folder holds {@code blocks} (the ledger itself), {@code blocks.mark} (how much of it is known
 * to be durable), {@code lock}, and {@code identities/} (a certificate authority and a signing identity
 * per member and for the orderer; keys with mode 0600). Everything else is rebuilt from the blocks at
 * start: world state, verdicts and commit hashes are computed again and compared.
 *
 * <p>Invariants: one writer thread appends, one forced write per block, nothing is acknowledged or
 * readable before it is durable; the contract never sees the clock; certificates and MSP ids are
 * random names. What a single keeper cannot give is stated openly: it holds every member's key, so its
 * endorsements prove the rules were kept, not that several parties agreed.
 *
 * <p>Left out on purpose, against a peer: no check for repeated transaction ids (each carries 24 random
 * bytes and only the keeper orders), no expiry of certificates, no private data, rich queries, history
 * or calls between contracts, range reads only in evaluations.
 */
@NullMarked
package org.lepta.service.ledger.embedded;

import org.jspecify.annotations.NullMarked;
