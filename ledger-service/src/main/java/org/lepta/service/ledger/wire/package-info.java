/**
 * Fabric's messages: reads blocks of any peer and of the embedded ledger, and computes their hashes.
 *
 * <p>Invariants: what leaves this package as a block has the data hash that its header states and
 * envelopes with one reading only; hostile bytes end in a {@link
 * org.lepta.service.ledger.BrokenLedgerException}, never in another exception. Used inside the ledger
 * module only.
 */
@NullMarked
package org.lepta.service.ledger.wire;

import org.jspecify.annotations.NullMarked;
