@NullMarked
package org.lepta.service.explorer.page;

import org.jspecify.annotations.NullMarked;
