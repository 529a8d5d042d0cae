package org.lepta.ledger.rule;

import org.lepta.ledger.entry.Exchange;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Fund;
import org.lepta.ledger.entry.FundMode;

/** Who may post to a fund, in which transaction and in which unit. */
final class FundRules {

  private FundRules() {}

  /**
   * The card of a registered fund.
   *
   * @throws RefusedException with FUND_UNKNOWN
   */
  static Fund get(WorkingState state, String id) {
    return state
        .findEntry(StateKeys.fund(id))
        .map(entry -> (Fund) entry.body())
        .orElseThrow(() -> new RefusedException(Code.FUND_UNKNOWN, "fund"));
  }

  /** The fund is managed, by this organisation. */
  static Fund requireOwner(WorkingState state, String organisation, String fundId) {
    Fund fund = get(state, fundId);
    Require.that(
        fund.mode() == FundMode.MANAGED && fund.owner().equals(organisation),
        Code.NOT_FUND_OWNER,
        "fund");
    return fund;
  }

  /** A flow that may stand in this organisation's lane. */
  static void requireLane(WorkingState state, String organisation, Flow flow) {
    Fund fund = get(state, flow.fund());
    requireMayPost(organisation, fund);
    Require.that(Placement.of(flow, fund.mode()) == Placement.LANE, Code.WRONG_TRANSACTION, "kind");
    requireUnit(fund, flow);
  }

  /** A flow that may stand in this organisation's batch. */
  static void requireBatch(String organisation, Fund fund, Flow flow) {
    requireMayPost(organisation, fund);
    Require.that(
        Placement.of(flow, fund.mode()) == Placement.BATCH, Code.WRONG_TRANSACTION, "kind");
    requireUnit(fund, flow);
  }

  private static void requireMayPost(String organisation, Fund fund) {
    Require.that(
        fund.mode() == FundMode.REPORTED || fund.owner().equals(organisation),
        Code.NOT_FUND_OWNER,
        "fund");
  }

  private static void requireUnit(Fund fund, Flow flow) {
    if (fund.mode() == FundMode.MANAGED) {
      Require.that(fund.units().contains(flow.unit()), Code.UNIT_NOT_DECLARED, "unit");
      Require.that(
          !(flow instanceof Exchange e) || fund.units().contains(e.boughtUnit()),
          Code.UNIT_NOT_DECLARED,
          "boughtUnit");
    }
  }
}
