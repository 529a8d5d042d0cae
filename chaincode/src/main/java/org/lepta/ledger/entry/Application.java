package org.lepta.ledger.entry;

import org.jspecify.annotations.Nullable;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;

/**
 * Somebody asks for support.
 *
 * @param stage a code
 */
public record Application(
    @Nullable String fund,
    @Nullable Party applicant,
    @Nullable Unit unit,
    @Nullable Amount amount,
    String stage)
    implements Note {}
