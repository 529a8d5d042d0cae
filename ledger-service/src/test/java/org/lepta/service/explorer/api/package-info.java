@NullMarked
package org.lepta.service.explorer.api;

import org.jspecify.annotations.NullMarked;
