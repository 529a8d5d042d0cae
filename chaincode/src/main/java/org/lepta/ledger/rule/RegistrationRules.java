package org.lepta.ledger.rule;

import org.lepta.ledger.entry.ApprovalBand;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Epoch;
import org.lepta.ledger.entry.Fund;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.Genesis;
import org.lepta.ledger.entry.Hold;
import org.lepta.ledger.entry.LogKey;
import org.lepta.ledger.entry.Member;
import org.lepta.ledger.entry.Organisation;
import org.lepta.ledger.entry.Registration;
import org.lepta.ledger.entry.RuleCard;

/** Who may register what, and what registering does. */
final class RegistrationRules {

  private final WorkingState state;
  private final String organisation;
  private final Epochs epochs;

  RegistrationRules(WorkingState state, String organisation, Epochs epochs) {
    this.state = state;
    this.organisation = organisation;
    this.epochs = epochs;
  }

  void requireAllowed(Entry entry, Registration registration) {
    switch (registration) {
      case Genesis r -> throw new RefusedException(Code.WRONG_TRANSACTION, "kind");
      case Organisation r -> {}
      case Member r -> {
        requireFirstMember();
        requireOrganisation(entry.id(), "id");
      }
      case Fund r -> requireFund(r);
      case LogKey r -> requireLogKey(entry);
      case Epoch r -> {
        requireFirstMember();
        epochs.requireEpoch(entry, r, organisation);
      }
      case RuleCard r -> FundRules.requireOwner(state, organisation, r.fund());
      case Hold r -> FundRules.requireOwner(state, organisation, r.fund());
    }
  }

  private void requireFund(Fund fund) {
    Require.that(
        fund.mode() == FundMode.REPORTED || fund.owner().equals(organisation),
        Code.NOT_ENTITLED,
        "owner");
    requireOrganisation(fund.owner(), "owner");
    for (ApprovalBand band : fund.approvals()) {
      band.organisations().forEach(id -> requireOrganisation(id, "approvals.organisations"));
    }
  }

  /** From rules version 2 on every member names the key of its own log. */
  private void requireLogKey(Entry entry) {
    if (!isFirstMember()) {
      Require.that(epochs.inForce().isSecond(), Code.NOT_ENTITLED, "recordedBy");
      Require.that(entry.header().statedBy().equals(organisation), Code.NOT_ENTITLED, "statedBy");
    }
  }

  private void requireFirstMember() {
    Require.that(isFirstMember(), Code.NOT_ENTITLED, "recordedBy");
  }

  private boolean isFirstMember() {
    MembersState members = members();
    return !members.members().isEmpty()
        && members.members().getFirst().organisation().equals(organisation);
  }

  private void requireOrganisation(String id, String field) {
    Require.that(
        state.has(StateKeys.organisation(id)) || isMember(id), Code.ORGANISATION_UNKNOWN, field);
  }

  private boolean isMember(String id) {
    return members().members().stream().anyMatch(member -> member.organisation().equals(id));
  }

  private MembersState members() {
    return Members.of(state);
  }

  void apply(Entry entry, Registration registration) {
    switch (registration) {
      case Member r -> Members.admit(state, entry.id(), r.msp());
      case Fund r when r.mode() == FundMode.MANAGED ->
          state.put(StateKeys.balance(entry.id()), FundBalances.empty());
      default -> {}
    }
  }
}
