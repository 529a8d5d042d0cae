/**
 * The read API (docs/reference/api): JSON and CSV under {@code /api/v1}, described by {@code
 * /openapi.json}.
 *
 * <p>Invariants: amounts are decimal strings; lists are paged by cursor or streamed whole; unknown
 * parameters are refused, so that a misspelt filter never gives everything.
 */
@NullMarked
package org.lepta.service.explorer.api;

import org.jspecify.annotations.NullMarked;
