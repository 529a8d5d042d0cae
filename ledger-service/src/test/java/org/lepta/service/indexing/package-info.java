/** Tests of indexing, and what tests of projections need of it. */
@NullMarked
package org.lepta.service.indexing;

import org.jspecify.annotations.NullMarked;
