/**
 * The log as plain files after C2SP tlog-tiles (docs/reference/log): tiles of 256 hashes and
 * bundles of 256 entries, which any static server can carry.
 *
 * <p>Invariants: a file stands under its name only once it is whole and durable; its bytes never
 * change; what was read is checked for its form, and what is wrong is named by its path. Nothing
 * here knows a database: roots and proofs are made of the files alone.
 */
@NullMarked
package org.lepta.service.transparency.tiles;

import org.jspecify.annotations.NullMarked;
