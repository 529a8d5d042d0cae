/**
 * Witnesses: others who cosign a log's checkpoints if it only grew since they looked last, and how
 * a log asks them (C2SP tlog-witness v1.0.0, tlog-cosignature/v1).
 *
 * <p>Invariants: a witness has stored a checkpoint before its cosignature leaves it, and never
 * cosigns two checkpoints of which one does not extend the other; nothing that a witness answers is
 * believed beyond what its key has signed; trouble with witnesses never stops the log.
 *
 * <p>Depends on the parent's {@code proof} and {@code tiles}, and on no framework.
 */
@NullMarked
package org.lepta.service.transparency.witness;

import org.jspecify.annotations.NullMarked;
