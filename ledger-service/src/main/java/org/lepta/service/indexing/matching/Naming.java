package org.lepta.service.indexing.matching;

import org.jspecify.annotations.Nullable;

/** Whom a statement names as its other side, seen from one that could be it; weakest first. */
enum Naming {
  /** Somebody else who speaks on this ledger. */
  ANOTHER(0),
  /** Nobody, or somebody whom this ledger does not know. */
  NOBODY(1),
  OWNER(2),
  FUND(3);

  private final int strength;

  Naming(int strength) {
    this.strength = strength;
  }

  /** Higher where the other side is named more exactly. */
  int strength() {
    return strength;
  }

  /** Whether the other side is named at all. */
  boolean isNamed() {
    return strength > NOBODY.strength;
  }

  static Naming of(StatementLine line, StatementLine other, FundsHere here) {
    String fund = line.namedFund();
    String organisation = line.namedOrg();
    if (other.fund().equals(fund)) {
      return FUND;
    }
    if (other.owner().equals(fund) || other.owner().equals(organisation)) {
      return OWNER;
    }
    boolean anotherFund = fund != null && !fund.equals(line.fund()) && here.isFund(fund);
    boolean anotherOwner = isOther(fund, line, here) || isOther(organisation, line, here);
    return anotherFund || anotherOwner ? ANOTHER : NOBODY;
  }

  private static boolean isOther(
      @Nullable String organisation, StatementLine line, FundsHere here) {
    return organisation != null && !organisation.equals(line.owner()) && here.isOwner(organisation);
  }
}
