/** Tests that hold for the chaincode as a whole, and the sample entries that all tests share. */
@NullMarked
package org.lepta.ledger;

import org.jspecify.annotations.NullMarked;
