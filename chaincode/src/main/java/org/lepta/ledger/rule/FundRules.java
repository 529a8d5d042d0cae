package org.lepta.ledger.rule;

import java.util.Optional;
import org.lepta.ledger.entry.Correction;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Fund;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.Grant;
import org.lepta.ledger.entry.KindClass;

/** Who may post to a fund, in which transaction and in which unit. */
final class FundRules {

  private FundRules() {}

  /**
   * The card of a registered fund.
   *
   * @throws RefusedException with FUND_UNKNOWN
   */
  static Fund get(WorkingState state, String id) {
    return find(state, id).orElseThrow(() -> new RefusedException(Code.FUND_UNKNOWN, "fund"));
  }

  static Optional<Fund> find(WorkingState state, String id) {
    return state.findEntry(StateKeys.fund(id)).map(entry -> (Fund) entry.body());
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
  static void requireLane(WorkingState state, String organisation, Entry entry, Flow flow) {
    Findings found = new Findings();
    // Whatever the fund, a lane takes no flow that a managed fund packs.
    found.that(
        Placement.of(flow, FundMode.MANAGED) == Placement.LANE, Code.WRONG_TRANSACTION, "kind");
    // A decision is the owner's own; another's name on it could take the ids of that organisation.
    found.that(
        entry.kind().kindClass() != KindClass.DECISION
            || entry.header().statedBy().equals(organisation),
        Code.NOT_ENTITLED,
        "statedBy");
    requirePosting(found, organisation, find(state, flow.fund()), flow, Placement.LANE);
  }

  /** A flow that may stand in this organisation's batch. */
  static void requireBatch(String organisation, Optional<Fund> fund, Flow flow) {
    requirePosting(new Findings(), organisation, fund, flow, Placement.BATCH);
    Require.that(
        fund.map(Fund::mode).orElseThrow() == FundMode.REPORTED
            || !(flow instanceof Correction correction)
            || correction.target() != null,
        Code.TARGET_UNKNOWN,
        "target");
  }

  private static void requirePosting(
      Findings found, String organisation, Optional<Fund> known, Flow flow, Placement place) {
    found.that(known.isPresent(), Code.FUND_UNKNOWN, "fund");
    known.ifPresent(fund -> {
      found.that(Placement.of(flow, fund.mode()) == place, Code.WRONG_TRANSACTION, "kind");
      if (fund.mode() == FundMode.MANAGED) {
        checkManaged(found, organisation, fund, flow);
      }
    });
    found.throwFirst();
  }

  private static void checkManaged(Findings found, String organisation, Fund fund, Flow flow) {
    found.that(
        !(flow instanceof Grant) || flow.amount().signum() > 0, Code.AMOUNT_INVALID, "amount");
    found.that(fund.owner().equals(organisation), Code.NOT_FUND_OWNER, "fund");
    found.that(fund.units().contains(flow.unit()), Code.UNIT_NOT_DECLARED, "unit");
  }
}
