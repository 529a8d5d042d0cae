/**
 * The parts that pages are made of: values of ready strings, and what turns exact figures into
 * them.
 *
 * <p>Invariants: every string is plain text and is escaped by the templates; every link is a path
 * on this server or an {@code https} address; managed and reported money never meet in one value,
 * and no value sums across units. Records copy the lists they are given and are thread-safe.
 */
@NullMarked
package org.lepta.ui.view;

import org.jspecify.annotations.NullMarked;
