/**
 * The published log: tiles and signed checkpoint as files, the publisher that makes them, and what
 * others may ask of them (docs/reference/log).
 *
 * <p>Invariants: no two roots are ever signed for one size, and no smaller size after a larger one;
 * two witnesses that are not restored together, a row in the database and the checkpoint file, hold
 * what was signed last; whatever contradicts them ends the signing with an alarm, never the
 * serving. A checkpoint is public only when every tile under it is durable and was read back.
 */
@NullMarked
package org.lepta.service.transparency.log;

import org.jspecify.annotations.NullMarked;
