@NullMarked
package org.lepta.service.indexing;

import org.jspecify.annotations.NullMarked;
