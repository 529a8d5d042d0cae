/** What every adapter of the ledger's ports must do, as tests that each adapter inherits. */
@NullMarked
package org.lepta.service.ledger;

import org.jspecify.annotations.NullMarked;
