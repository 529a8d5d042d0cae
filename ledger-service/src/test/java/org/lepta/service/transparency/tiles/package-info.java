/** Tests of the log's files. */
@NullMarked
package org.lepta.service.transparency.tiles;

import org.jspecify.annotations.NullMarked;
