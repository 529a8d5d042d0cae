package org.lepta.service.indexing.matching;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one side states of money between two funds.
 *
 * @param leaf of the entry that states it
 * @param gives whether it is the giver's side
 * @param fund the fund whose owner states it
 * @param owner of that fund
 * @param amount in ten-thousandths of a unit, net of corrections; negative where a reported fund
 *     takes back what it does not name
 * @param happened absent where the statement has no date
 * @param namedFund the other side's fund or activity, as given
 * @param namedOrg the organisation at the other side, if it is not the fund's own owner
 * @param link id of the pass-on on this ledger that both sides name
 * @param compared whether it counts in a sum as long as it is not paired
 * @param pairable whether it is paired line by line; if not, it counts in the sums only
 */
record StatementLine(
    long leaf,
    boolean gives,
    String fund,
    String owner,
    String unit,
    long amount,
    @Nullable LocalDate happened,
    @Nullable String namedFund,
    @Nullable String namedOrg,
    @Nullable String link,
    boolean compared,
    boolean pairable) {

  /** What this line has in common with others that are compared in one sum. */
  StatementGroup group() {
    return new StatementGroup(gives, fund, owner, unit, namedFund, namedOrg);
  }
}
