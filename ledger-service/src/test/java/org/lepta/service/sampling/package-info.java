/** Tests of the sample by money, on logs that were published in folders. */
@NullMarked
package org.lepta.service.sampling;

import org.jspecify.annotations.NullMarked;
