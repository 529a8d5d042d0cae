/** Tests of the published log over HTTP. */
@NullMarked
package org.lepta.service.explorer.log;

import org.jspecify.annotations.NullMarked;
