/**
 * The explorer's pages over HTTP: {@code /ru/…} and {@code /en/…}, complete without JavaScript.
 *
 * <p>Purpose: turn what {@code indexing.read} says into the view records of {@code org.lepta.ui}
 * and answer with HTML. Invariants: a page is read from one snapshot of the index and is a function
 * of the log's size, the language and the release, which its ETag names; every list on a page is
 * bounded; names are looked up once per page; whatever a reader sends, the answer is a page of this
 * explorer and never a stack trace. Nothing here writes.
 */
@NullMarked
package org.lepta.service.explorer.page;

import org.jspecify.annotations.NullMarked;
