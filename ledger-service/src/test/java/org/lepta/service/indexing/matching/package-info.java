/** Tests of the match of two sides. */
@NullMarked
package org.lepta.service.indexing.matching;

import org.jspecify.annotations.NullMarked;
