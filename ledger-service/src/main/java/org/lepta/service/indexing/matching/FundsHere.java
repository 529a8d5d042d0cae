package org.lepta.service.indexing.matching;

import java.util.HashSet;
import java.util.Set;

/** Which ids stand for funds on this ledger, and which for owners of such. */
record FundsHere(Set<String> funds, Set<String> owners) {

  FundsHere {
    funds = Set.copyOf(funds);
    owners = Set.copyOf(owners);
  }

  FundsHere plus(FundsHere other) {
    Set<String> allFunds = new HashSet<>(funds);
    allFunds.addAll(other.funds);
    Set<String> allOwners = new HashSet<>(owners);
    allOwners.addAll(other.owners);
    return new FundsHere(allFunds, allOwners);
  }

  boolean isFund(String id) {
    return funds.contains(id);
  }

  boolean isOwner(String organisation) {
    return owners.contains(organisation);
  }
}
