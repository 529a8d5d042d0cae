/**
 * The public audit (docs/reference/audit): rebuilds root, sequences, postings, balances and totals
 * from the published log alone, and replays the rules over it with the chaincode's own classes.
 *
 * <p>Invariants: nothing here knows a database or a framework, so that it runs from the small jar;
 * leaves pass through and are not kept; what is not checked is counted and said.
 */
@NullMarked
package org.lepta.service.audit;

import org.jspecify.annotations.NullMarked;
