/**
 * What each page shows: one record a page, of ready strings and nested view records.
 *
 * <p>Invariants: a page record is complete; its template looks nothing up and formats nothing.
 * Every page has a {@link org.lepta.ui.page.PageFrame}. A null is a value that does not exist, and
 * its template says so in words. Records are immutable and thread-safe.
 */
@NullMarked
package org.lepta.ui.page;

import org.jspecify.annotations.NullMarked;
