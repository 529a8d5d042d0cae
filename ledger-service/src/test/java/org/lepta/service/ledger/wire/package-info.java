/** Tests of the decoder of Fabric's blocks. */
@NullMarked
package org.lepta.service.ledger.wire;

import org.jspecify.annotations.NullMarked;
