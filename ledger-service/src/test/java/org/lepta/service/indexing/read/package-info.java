@NullMarked
package org.lepta.service.indexing.read;

import org.jspecify.annotations.NullMarked;
