/**
 * The command line: one class per command of {@code scripts/lepta}, parsed by picocli.
 *
 * <p>Commands translate arguments into calls of the other modules and their results into text and
 * exit codes; they hold no rule of the ledger. No other module depends on this one. Exit codes are
 * part of the contract: 0 done, 2 wrong usage, others as each command documents.
 */
@NullMarked
package org.lepta.service.command;

import org.jspecify.annotations.NullMarked;
