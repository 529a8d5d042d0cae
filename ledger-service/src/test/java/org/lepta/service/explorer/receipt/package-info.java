@NullMarked
package org.lepta.service.explorer.receipt;

import org.jspecify.annotations.NullMarked;
