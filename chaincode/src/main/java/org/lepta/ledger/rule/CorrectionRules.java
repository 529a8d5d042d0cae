package org.lepta.ledger.rule;

import org.lepta.ledger.entry.Amendment;
import org.lepta.ledger.entry.Correction;
import org.lepta.ledger.entry.Disbursement;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.Grant;
import org.lepta.ledger.entry.Kind;
import org.lepta.ledger.entry.Release;
import org.lepta.ledger.entry.TransferIn;
import org.lepta.ledger.money.Amount;

/** What may be taken back in a managed fund, and what that undoes. */
final class CorrectionRules {

  private final WorkingState state;

  CorrectionRules(WorkingState state) {
    this.state = state;
  }

  void apply(Entry entry, Correction correction) {
    Require.that(correction.target() != null, Code.TARGET_UNKNOWN, "target");
    Flow reverses = correction.reverses();
    if (Placement.of(reverses, FundMode.MANAGED) == Placement.LANE) {
      requireTarget(entry, correction, String.valueOf(correction.target()));
    }
    switch (reverses) {
      case Grant f -> grant(correction, f);
      case Amendment f -> amendment(f);
      case Release f -> release(correction, f);
      case Disbursement f -> disbursement(f);
      case TransferIn f -> requireUnspent(f);
      default -> {}
    }
  }

  /** The target is recorded, says the same, and its rest covers the part that is taken back. */
  private void requireTarget(Entry entry, Correction correction, String id) {
    Flow reverses = correction.reverses();
    Kind kind = Kind.of(reverses);
    String statedBy = entry.header().statedBy();
    Flow target =
        state
            .findEntry(StateKeys.recorded(kind, statedBy, id))
            .map(found -> (Flow) found.body())
            .orElseThrow(() -> new RefusedException(Code.TARGET_UNKNOWN, "target"));
    Require.that(
        Postings.of(reverses, FundMode.MANAGED).size()
                == Postings.of(target, FundMode.MANAGED).size()
            && sameAccounts(reverses, target),
        Code.TARGET_UNKNOWN,
        "reverses");
    String key = StateKeys.corrected(kind, statedBy, id);
    Amount before =
        state.find(key, CorrectedState.class).map(CorrectedState::amount).orElse(Amount.ZERO);
    Amount after = Exact.of(() -> before.plus(reverses.amount()));
    Require.that(within(after, target.amount()), Code.TARGET_UNKNOWN, "reverses.amount");
    state.put(key, new CorrectedState(after));
  }

  private static boolean within(Amount part, Amount whole) {
    return whole.signum() < 0
        ? part.signum() <= 0 && part.covers(whole)
        : part.signum() >= 0 && whole.covers(part);
  }

  private static boolean sameAccounts(Flow a, Flow b) {
    return a.fund().equals(b.fund())
        && a.unit().equals(b.unit())
        && Links.of(a).equals(Links.of(b));
  }

  private void grant(Correction correction, Grant f) {
    String id = String.valueOf(correction.target());
    GrantState grant = Grants.get(state, f.fund(), id, f.unit());
    GrantState less = grant.awarded(f.amount().negated());
    // A part of a grant in tranches would leave open which tranche shrinks; an amendment says it.
    Require.that(
        grant.tranches().isEmpty() || less.awarded().signum() == 0,
        Code.AMOUNT_INVALID,
        "reverses.amount");
    Require.that(less.rest().signum() >= 0, Code.ALREADY_SPENT, "grant");
    state.put(
        StateKeys.grant(f.fund(), id),
        new GrantState(
            less.unit(),
            less.awarded(),
            less.released(),
            less.awarded().signum() == 0 ? java.util.List.of() : less.tranches()));
  }

  private void amendment(Amendment f) {
    GrantState grant = Grants.get(state, f.fund(), f.grant(), f.unit());
    Require.that(grant.tranches().isEmpty(), Code.AMOUNT_INVALID, "reverses.tranches");
    GrantState back = Exact.of(() -> grant.awarded(f.amount().negated()));
    if (f.amount().signum() < 0) {
      FlowRules.requireFree(state, f, f.amount().negated());
    }
    Require.that(back.rest().signum() >= 0, Code.ALREADY_SPENT, "grant");
    state.put(StateKeys.grant(f.fund(), Grants.requireId(f.grant())), back);
  }

  private void release(Correction correction, Release f) {
    String id = String.valueOf(correction.target());
    ReleaseState release = FlowRules.findRelease(state, f.fund(), id);
    Require.that(release.rest().covers(f.amount()), Code.ALREADY_SPENT, "release");
    state.put(StateKeys.release(f.fund(), id), release.amount(f.amount().negated()));
    GrantState grant = Grants.get(state, f.fund(), f.grant(), f.unit());
    GrantState back = grant.released(f.amount().negated());
    if (f.tranche() != null) {
      back =
          grant
              .tranche(f.tranche())
              .map(tranche -> tranche.released(f.amount().negated()))
              .map(back::with)
              .orElseThrow(() -> new RefusedException(Code.TRANCHE_UNKNOWN, "tranche"));
    }
    state.put(StateKeys.grant(f.fund(), f.grant()), back);
  }

  private void disbursement(Disbursement f) {
    if (f.release() != null) {
      ReleaseState release = FlowRules.releaseOf(state, f, f.release());
      state.put(StateKeys.release(f.fund(), f.release()), release.paid(f.amount().negated()));
    }
  }

  /** Money that came by the transfer and is spent cannot go back. */
  private void requireUnspent(TransferIn f) {
    Amount free = FlowRules.balances(state, f.fund()).of(f.unit()).free();
    Require.that(free.covers(f.amount()), Code.ALREADY_SPENT, "amount");
  }
}
