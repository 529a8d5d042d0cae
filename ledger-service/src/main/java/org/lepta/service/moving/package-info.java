/**
 * Carries a ledger over to another one: the old log ends with an entry that names the new ledger,
 * the new log begins with one that names the old log's final size and root, and every entry in
 * between stands in both, in the same order (docs/operating/move).
 *
 * <p>Invariants: the new ledger itself is the only memory of how far a move came, so it may be
 * killed at any moment and run again; nothing is written to a ledger that holds anything but this
 * very move; a move is done only when both logs were read side by side and every leaf says the
 * same. Knows the ports of a ledger only, no kind of it.
 */
@NullMarked
package org.lepta.service.moving;

import org.jspecify.annotations.NullMarked;
