package org.lepta.ledger.rule;

import java.util.ArrayList;
import java.util.List;

/** Who approved a release, by its hash. */
public record ApprovalsState(List<Approver> approvers) {

  /** A person by random handle, and the organisation whose person it is. */
  public record Approver(String person, String organisation) {}

  public ApprovalsState {
    approvers = StateLists.copy(approvers);
  }

  static ApprovalsState none() {
    return new ApprovalsState(List.of());
  }

  ApprovalsState plus(Approver approver) {
    if (approvers.contains(approver)) {
      return this;
    }
    List<Approver> all = new ArrayList<>(approvers);
    all.add(approver);
    return new ApprovalsState(all);
  }
}
