/**
 * Joins the statements of two sides about the same money: who says it was paid, and who says it was
 * received (docs/reference/postings section 5, "Match state of two statements").
 *
 * <p>Invariants: the match is a view of the index and never stands in a leaf; it is a function of
 * the statements up to a size of the log, whatever groups they came in; every statement is paired
 * at most once, and what is not paired is compared in sums, so that nothing is left unsaid.
 */
@NullMarked
package org.lepta.service.indexing.matching;

import org.jspecify.annotations.NullMarked;
