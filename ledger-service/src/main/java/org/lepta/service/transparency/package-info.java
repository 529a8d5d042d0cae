/**
 * The transparency log and what lies beside it.
 *
 * <p>Its sub-package {@code proof} is the mathematics of the log. The text store keeps the free
 * texts of which the ledger holds only salted hashes: a text can be withdrawn, its hash stays and
 * every proof over it holds. Invariants: a text is found only under the hash that it really has;
 * what was withdrawn never comes back, not after a crash and not from another service.
 *
 * <p>Depends on {@code kernel}, the JDK and, for JSON, Jackson.
 */
@NullMarked
package org.lepta.service.transparency;

import org.jspecify.annotations.NullMarked;
