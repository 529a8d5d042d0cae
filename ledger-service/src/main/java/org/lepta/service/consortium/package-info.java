/**
 * The other services over the same ledger: who computes the same roots, and the texts that they
 * have and this one does not, or that are no longer to be had.
 *
 * <p>Invariants: an answer of another service is believed only as far as it can be checked; nothing
 * here delays the indexing or the start; a text is stored only under the hash that it really has,
 * and never after it was withdrawn here. Who differs is not told apart from who lies: signing stops
 * here, and people find out.
 *
 * <p>Depends on {@code kernel}, {@code indexing} and {@code transparency}, and is the only part of
 * the service that asks other services.
 */
@NullMarked
package org.lepta.service.consortium;

import org.jspecify.annotations.NullMarked;
