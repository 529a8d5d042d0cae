/**
 * What the browser gets: the explorer's pages and their static files.
 *
 * <p>Purpose: {@link org.lepta.ui.Pages} turns a page record into HTML through templates that were
 * compiled with this module; {@link org.lepta.ui.Assets} serves the style sheet and the mark.
 * Invariants: pages are complete without scripts and need none; they carry no inline style or
 * script; every string of a record is escaped. Packages depend on each other in one direction only:
 * {@code text}, {@code format}, {@code view}, {@code page}, this one.
 */
@NullMarked
package org.lepta.ui;

import org.jspecify.annotations.NullMarked;
