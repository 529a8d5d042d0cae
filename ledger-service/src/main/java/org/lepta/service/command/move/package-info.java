/**
 * What {@code lepta move} does: opens the data folder of an embedded ledger, a network, and the
 * data folder of the service that is to go on; ends the old log, and carries its entries, texts and
 * published files over. Everything may be killed at any moment and run again.
 */
@NullMarked
package org.lepta.service.command.move;

import org.jspecify.annotations.NullMarked;
