/** Tests of the witness protocol, with real servers on loopback. */
@NullMarked
package org.lepta.service.transparency.witness;

import org.jspecify.annotations.NullMarked;
