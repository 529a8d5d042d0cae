package org.lepta.ledger.rule;

import java.util.ArrayList;
import java.util.List;

/** All members, in the order of their admission; the first one started the ledger. */
public record MembersState(List<MemberState> members) {

  /** A member: its organisation id and MSP id. */
  public record MemberState(String organisation, String msp) {}

  public MembersState {
    members = StateLists.copy(members);
  }

  MembersState plus(MemberState member) {
    List<MemberState> all = new ArrayList<>(members);
    all.add(member);
    return new MembersState(all);
  }
}
