/**
 * The one way entries are written: packed batches through an outbox, decisions through lanes.
 *
 * <p>Invariants: a batch is durable in the outbox before it is sent, and the same batch is sent
 * again until its fate is known, so that no number is used twice and no entry is lost or doubled;
 * one lane transaction per organisation is in flight; a business fact that is recorded or on its
 * way is not sent again.
 */
@NullMarked
package org.lepta.service.ledger.recording;

import org.jspecify.annotations.NullMarked;
