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
  static void checkTranches(Findings found, GrantState grant, GrantState before) {
    if (grant.tranches().isEmpty()) {
      return;
    }
    found.that(addUp(grant), Code.AMOUNT_INVALID, "tranches");
    found.that(
        grant.tranches().size() >= before.tranches().size(), Code.TRANCHE_UNKNOWN, "tranches");
    for (TrancheState tranche : grant.tranches()) {
      found.that(tranche.rest().signum() >= 0, Code.TRANCHE_NOT_ENOUGH, "tranches");
    }
  }

  private static boolean addUp(GrantState grant) {
    try {
      return grant.tranches().stream()
          .map(TrancheState::amount)
          .reduce(Amount.ZERO, Amount::plus)
          .equals(grant.awarded());
    } catch (ArithmeticException e) {
      // No award is as large as a sum beyond the range.
      return false;
    }
  }
}
