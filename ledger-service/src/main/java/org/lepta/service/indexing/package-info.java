/**
 * Turns the ledger's blocks into the log's leaves and the read model, in block order.
 *
 * <p>Invariants: leaves, roots and totals are a pure function of the blocks; entry rows, roll-ups,
 * the log's frontier and the cursor of a group of blocks move in one database transaction; the
 * identity of docs/reference/postings holds for every fund that a group touched, or indexing stops.
 */
@NullMarked
package org.lepta.service.indexing;

import org.jspecify.annotations.NullMarked;
