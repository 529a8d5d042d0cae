/**
 * Reads the index: entries, funds, organisations, grants, their figures and the state of the
 * ledger.
 *
 * <p>Invariants: every list is paged by leaf index, so that a page costs the same wherever it
 * stands; figures come from roll-ups that moved with the log, and one answer is read from one
 * snapshot of it; what is asked as known at a size is the same for ever. Nothing here writes but
 * the projections, and nothing here knows HTTP.
 */
@NullMarked
package org.lepta.service.indexing.read;

import org.jspecify.annotations.NullMarked;
