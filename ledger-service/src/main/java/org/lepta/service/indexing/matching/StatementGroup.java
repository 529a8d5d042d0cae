package org.lepta.service.indexing.matching;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Statements of one fund in one unit that name the same other side: what is left of them after
 * pairing is compared as one sum.
 *
 * @param gives whether it is the giver's side
 * @param namedFund the other side's fund or activity, as given
 * @param namedOrg the organisation at the other side
 */
record StatementGroup(
    boolean gives,
    String fund,
    String owner,
    String unit,
    @Nullable String namedFund,
    @Nullable String namedOrg) {

  /** Adds whom the group names. */
  void addNames(Set<String> names) {
    if (namedFund != null) {
      names.add(namedFund);
    }
    if (namedOrg != null) {
      names.add(namedOrg);
    }
  }

  /** Whether both groups speak of each other. */
  boolean answers(StatementGroup other, FundsHere here) {
    return gives != other.gives
        && unit.equals(other.unit)
        && !fund.equals(other.fund)
        && addresses(other, here)
        && other.addresses(this, here);
  }

  /** A fund that is named and known says more than its owner. */
  private boolean addresses(StatementGroup other, FundsHere here) {
    if (other.fund.equals(namedFund)) {
      return true;
    }
    boolean namesAnotherFund =
        namedFund != null && !namedFund.equals(fund) && here.isFund(namedFund);
    return !namesAnotherFund && (other.owner.equals(namedFund) || other.owner.equals(namedOrg));
  }

  /** Whether the other side could speak here: it owns a fund on this ledger, or is one. */
  boolean isOtherSideHere(FundsHere here) {
    return (namedFund != null && (here.isFund(namedFund) || here.isOwner(namedFund)))
        || (namedOrg != null && here.isOwner(namedOrg));
  }
}
