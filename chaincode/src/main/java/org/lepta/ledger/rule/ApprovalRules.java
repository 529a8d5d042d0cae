package org.lepta.ledger.rule;

import java.util.List;
import java.util.Objects;
import org.lepta.ledger.entry.Approval;
import org.lepta.ledger.entry.ApprovalBand;
import org.lepta.ledger.entry.Device;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Fund;
import org.lepta.ledger.entry.Release;

/** Nobody releases money alone: approvals are signed on people's own devices and counted here. */
final class ApprovalRules {

  private ApprovalRules() {}

  static void apply(WorkingState state, Approval approval) {
    Device device =
        state
            .findEntry(StateKeys.device(approval.device()))
            .map(entry -> (Device) entry.body())
            .filter(found -> found.person().equals(approval.person()))
            .orElseThrow(() -> new RefusedException(Code.DEVICE_UNKNOWN, "device"));
    Require.that(DeviceSignature.verifies(approval, device), Code.SIGNATURE_INVALID, "signature");
    String key = StateKeys.approvals(approval.hash().hex());
    ApprovalsState approvals =
        state.find(key, ApprovalsState.class).orElseGet(ApprovalsState::none);
    state.put(
        key, approvals.plus(new ApprovalsState.Approver(device.person(), device.organisation())));
  }

  static void requireApproved(WorkingState state, Entry entry, Release release) {
    Fund fund = FundRules.get(state, release.fund());
    if (fund.approvals().isEmpty()) {
      return;
    }
    ApprovalBand band = fund.approvals().getLast();
    if (band.approvals() == 0) {
      return;
    }
    // Without a named recorder nobody could tell that an approver is somebody else.
    Require.that(entry.header().actor() != null, Code.APPROVALS_MISSING, "actor");
    List<String> entitled =
        band.organisations().isEmpty() ? List.of(fund.owner()) : band.organisations();
    long approvers =
        state
            .find(StateKeys.approvals(ReleaseHash.of(entry).hex()), ApprovalsState.class)
            .orElseGet(ApprovalsState::none)
            .approvers()
            .stream()
            .filter(approver -> entitled.contains(approver.organisation()))
            .map(ApprovalsState.Approver::person)
            .filter(person -> !Objects.equals(person, entry.header().actor()))
            .distinct()
            .count();
    Require.that(approvers >= band.approvals(), Code.APPROVALS_MISSING, "approvals");
  }
}
