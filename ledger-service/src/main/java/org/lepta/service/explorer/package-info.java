/**
 * What everybody may read, without login: the read API and the pages.
 *
 * <p>Invariants: nothing here writes; every figure comes from the index and says as of which size
 * of the log; what is asked badly is refused with a stable code, and every answer is bounded in
 * time.
 */
@NullMarked
package org.lepta.service.explorer;

import org.jspecify.annotations.NullMarked;
