/** Tests that hold for the chaincode as a whole: what keeps it deterministic. */
@NullMarked
package org.lepta.ledger;

import org.jspecify.annotations.NullMarked;
