/** Tests of the command that moves a ledger. */
@NullMarked
package org.lepta.service.command.move;

import org.jspecify.annotations.NullMarked;
