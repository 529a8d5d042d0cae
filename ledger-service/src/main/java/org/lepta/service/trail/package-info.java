/**
 * The fund line: which given units each payment drew, and the trails that follow from it
 * (docs/reference/trails, after docs/reference/postings section 6).
 *
 * <p>Invariants: a line depends on the entries of its fund and unit alone, in ledger order, never
 * on how they were grouped; what a payment drew never moves, later facts only add; unspent less
 * uncovered equals free, committed and released, for every prefix. Every row names the leaf that
 * caused it, so each trail can be told as it was known at any size of the log.
 *
 * <p>The proportional lens reads the same line by months, as a pool: it stores where months begin
 * and by how much refunds and corrections mean other units than on the line, and computes a gift's
 * shares from its two boundaries ({@link org.lepta.service.trail.Pot}). Pool less what is due
 * equals unspent less uncovered, for every prefix.
 */
@NullMarked
package org.lepta.service.trail;

import org.jspecify.annotations.NullMarked;
