/**
 * Importers of published files: one class per standard reads it, one maps it to ledger entries
 * (docs/reference/imports), one recorder submits them.
 *
 * <p>Invariants: nothing is submitted before the whole file was read without a fault; the same
 * file, also reordered, gives the same ids and adds nothing twice; memory does not grow with the
 * file beyond its distinct organisations and ids. The ledger is reached through {@link
 * org.lepta.service.exchange.Intake} alone.
 */
@NullMarked
package org.lepta.service.exchange;

import org.jspecify.annotations.NullMarked;
