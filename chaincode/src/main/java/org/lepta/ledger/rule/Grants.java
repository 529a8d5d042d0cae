package org.lepta.ledger.rule;

import org.jspecify.annotations.Nullable;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;

/** The grants of managed funds. */
final class Grants {

  private Grants() {}

  /**
   * The state of a recorded grant.
   *
   * @throws RefusedException with GRANT_UNKNOWN, also where the grant is of another unit
   */
  static GrantState get(WorkingState state, String fund, @Nullable String id, Unit unit) {
    GrantState grant =
        state
            .find(StateKeys.grant(fund, requireId(id)), GrantState.class)
            .orElseThrow(() -> new RefusedException(Code.GRANT_UNKNOWN, "grant"));
    Require.that(grant.unit().equals(unit), Code.GRANT_UNKNOWN, "unit");
    return grant;
  }

  static String requireId(@Nullable String id) {
    if (id == null) {
      throw new RefusedException(Code.GRANT_UNKNOWN, "grant");
    }
    return id;
  }

  /** After a change: tranches still make up the award, and none is below what it released. */
  static void requireTranchesAddUp(GrantState grant, GrantState before) {
    if (grant.tranches().isEmpty()) {
      return;
    }
    Require.that(
        grant.tranches().size() >= before.tranches().size(), Code.TRANCHE_UNKNOWN, "tranches");
    Amount sum = Amount.ZERO;
    for (TrancheState tranche : grant.tranches()) {
      Require.that(tranche.rest().signum() >= 0, Code.TRANCHE_NOT_ENOUGH, "tranches");
      sum = sum.plus(tranche.amount());
    }
    Require.that(sum.equals(grant.awarded()), Code.AMOUNT_INVALID, "tranches");
  }
}
