package org.lepta.ledger.entry;

import org.jspecify.annotations.Nullable;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;

/**
 * The receiving side says that money arrived.
 *
 * @param fund the fund that paid
 * @param of qualified id of the payment, {@code disbursement:…}
 * @param amount what arrived
 * @param tranche the tranche it confirms
 */
public record Confirmation(
    String fund,
    String of,
    Unit unit,
    Amount amount,
    @Nullable Party by,
    @Nullable String grant,
    @Nullable Integer tranche)
    implements Note {}
