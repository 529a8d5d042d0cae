package org.lepta.ledger.rule;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Amendment;
import org.lepta.ledger.entry.Correction;
import org.lepta.ledger.entry.Disbursement;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Expenditure;
import org.lepta.ledger.entry.Fee;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.Grant;
import org.lepta.ledger.entry.Posting;
import org.lepta.ledger.entry.Refund;
import org.lepta.ledger.entry.Release;
import org.lepta.ledger.entry.TransferIn;
import org.lepta.ledger.entry.TransferOut;
import org.lepta.ledger.money.Amount;

/**
 * What a flow does to a managed fund in its lane: decisions are refused when the free balance, the
 * grant or a rule does not cover them; facts never for their sums.
 */
final class FlowRules {

  private final WorkingState state;
  private final Instant time;

  FlowRules(WorkingState state, Instant time) {
    this.state = state;
    this.time = time;
  }

  void apply(Entry entry, Flow flow) {
    switch (flow) {
      case Grant f -> grant(entry, f);
      case Amendment f -> amendment(f);
      case Release f -> release(entry, f);
      case TransferOut f -> requireFree(f, f.amount());
      case TransferIn f -> {}
      case Disbursement f -> disbursement(f);
      case Fee f -> {}
      case Refund f -> {}
      case Expenditure f -> {}
      case Correction f -> new CorrectionRules(state).apply(entry, f);
      default -> throw new RefusedException(Code.WRONG_TRANSACTION, "kind");
    }
    post(flow);
  }

  private void post(Flow flow) {
    String key = StateKeys.balance(flow.fund());
    List<Posting> postings = Postings.of(flow, FundMode.MANAGED);
    state.put(key, balances(state, flow.fund()).plus(postings));
  }

  static FundBalances balances(WorkingState state, String fund) {
    return state.find(StateKeys.balance(fund), FundBalances.class).orElseGet(FundBalances::empty);
  }

  private void requireFree(Flow flow, Amount needed) {
    requireFree(state, flow, needed);
  }

  static void requireFree(WorkingState state, Flow flow, Amount needed) {
    Require.that(freeCovers(state, flow, needed), Code.FREE_NOT_ENOUGH, "amount");
  }

  static boolean freeCovers(WorkingState state, Flow flow, Amount needed) {
    return balances(state, flow.fund()).of(flow.unit()).free().covers(needed);
  }

  private void grant(Entry entry, Grant grant) {
    requireFree(grant, grant.amount());
    state.put(StateKeys.grant(grant.fund(), entry.id()), GrantState.of(grant));
  }

  private void amendment(Amendment change) {
    String key = StateKeys.grant(change.fund(), Grants.requireId(change.grant()));
    GrantState grant = Grants.get(state, change.fund(), change.grant(), change.unit());
    GrantState amended = Exact.of(() -> grant.amended(change));
    Findings found = new Findings();
    found.that(
        change.amount().signum() <= 0 || freeCovers(state, change, change.amount()),
        Code.FREE_NOT_ENOUGH,
        "amount");
    found.that(amended.rest().signum() >= 0, Code.AWARDED_NOT_ENOUGH, "amount");
    Grants.checkTranches(found, amended, grant);
    found.throwFirst();
    state.put(key, amended);
  }

  private void release(Entry entry, Release release) {
    GrantState grant = Grants.get(state, release.fund(), release.grant(), release.unit());
    TrancheRules.requireConditions(grant, entry, release, time);
    ApprovalRules.requireApproved(state, entry, release);
    Require.that(grant.rest().covers(release.amount()), Code.AWARDED_NOT_ENOUGH, "amount");
    GrantState released = TrancheRules.released(grant, release).released(release.amount());
    state.put(StateKeys.grant(release.fund(), release.grant()), released);
    state.put(
        StateKeys.release(release.fund(), entry.id()),
        new ReleaseState(
            release.grant(), release.tranche(), release.unit(), release.amount(), Amount.ZERO));
  }

  private void disbursement(Disbursement paid) {
    if (paid.grant() != null) {
      Grants.get(state, paid.fund(), paid.grant(), paid.unit());
    }
    if (paid.release() != null) {
      ReleaseState release = releaseOf(state, paid, paid.release());
      Require.that(release.rest().covers(paid.amount()), Code.RELEASE_NOT_ENOUGH, "amount");
      state.put(StateKeys.release(paid.fund(), paid.release()), release.paid(paid.amount()));
    }
  }

  static ReleaseState releaseOf(WorkingState state, Disbursement paid, String releaseId) {
    ReleaseState release = findRelease(state, paid.fund(), releaseId);
    Require.that(
        release.grant().equals(paid.grant()) && release.unit().equals(paid.unit()),
        Code.RELEASE_UNKNOWN,
        "release");
    return release;
  }

  static ReleaseState findRelease(WorkingState state, String fund, @Nullable String releaseId) {
    return state
        .find(StateKeys.release(fund, String.valueOf(releaseId)), ReleaseState.class)
        .orElseThrow(() -> new RefusedException(Code.RELEASE_UNKNOWN, "release"));
  }
}
