/**
 * The published log over HTTP: {@code /log/checkpoint} and {@code /log/tile/…} after C2SP
 * tlog-tiles (docs/reference/log), straight from the files.
 *
 * <p>Invariants: what is no address of a tile is never looked for on the disk; serving needs
 * neither database nor key.
 */
@NullMarked
package org.lepta.service.explorer.log;

import org.jspecify.annotations.NullMarked;
