package org.lepta.service.passport;

import java.util.function.Predicate;
import java.util.stream.Stream;
import org.lepta.ledger.entry.Approval;
import org.lepta.ledger.entry.Device;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Hash;
import org.lepta.ledger.entry.Release;
import org.lepta.ledger.rule.DeviceSignature;
import org.lepta.ledger.rule.ReleaseHash;

/** Whether approvals are signed by registered devices, over the very releases they name. */
final class ApprovalFit {

  private final ReadLeaves leaves;

  ApprovalFit(ReadLeaves leaves) {
    this.leaves = leaves;
  }

  /**
   * Requires it of every approval.
   *
   * @throws PassportException with {@link PassportCode#APPROVAL_INVALID}
   */
  void require() throws PassportException {
    for (Entry entry : leaves.of(Approval.class).toList()) {
      Approval approval = (Approval) entry.body();
      if (!isOfRelease(approval)) {
        throw invalid(entry, "is not over the release " + approval.release());
      }
      if (!isSigned(approval)) {
        throw invalid(entry, "is not signed by the registered device " + approval.device());
      }
    }
  }

  private static PassportException invalid(Entry approval, String why) {
    return new PassportException(
        PassportCode.APPROVAL_INVALID, "the approval " + approval.id() + ' ' + why);
  }

  private boolean isOfRelease(Approval approval) {
    Hash hash = approval.hash();
    Predicate<Entry> named =
        release ->
            release.id().equals(approval.release())
                && ((Release) release.body()).fund().equals(approval.fund());
    return leaves
        .of(Release.class)
        .filter(named)
        .anyMatch(release -> ReleaseHash.of(release).equals(hash));
  }

  private boolean isSigned(Approval approval) {
    Stream<Entry> devices =
        leaves.of(Device.class).filter(device -> device.id().equals(approval.device()));
    return devices
        .map(device -> (Device) device.body())
        .anyMatch(device ->
            device.person().equals(approval.person())
                && DeviceSignature.verifies(approval, device));
  }
}
