@NullMarked
package org.lepta.service.explorer;

import org.jspecify.annotations.NullMarked;
