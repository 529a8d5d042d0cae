/** Tests of moving a ledger. */
@NullMarked
package org.lepta.service.moving;

import org.jspecify.annotations.NullMarked;
