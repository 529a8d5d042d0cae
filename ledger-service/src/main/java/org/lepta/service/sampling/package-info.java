/**
 * The auditor's sample by money (docs/reference/sample): a draw is committed to, the seed comes of
 * the first checkpoint behind it, and anyone can repeat the selection from the published log.
 *
 * <p>Invariants: nothing here knows a database or a framework, so that it runs from the small jar;
 * whole numbers only; every byte that is hashed is defined, and equal inputs give equal samples.
 */
@NullMarked
package org.lepta.service.sampling;

import org.jspecify.annotations.NullMarked;
