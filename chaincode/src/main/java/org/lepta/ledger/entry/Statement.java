package org.lepta.ledger.entry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;

/**
 * What a bank statement says, and how much of it is explained by entries.
 *
 * @param account keyed hash
 */
public record Statement(
    @Nullable String fund,
    Hash account,
    Unit unit,
    LocalDate periodFrom,
    LocalDate periodTo,
    Amount opening,
    Amount moneyIn,
    Amount moneyOut,
    Amount closing,
    int lines,
    int linesExplained)
    implements Note {}
