package org.lepta.service.network;

/** How blocks are ordered. */
public enum Ordering {
  /** Raft of three members: goes on while two orderers run; trusts whoever leads. */
  RAFT("etcdraft", 3),
  /** SmartBFT of four members: goes on while three run, also if the fourth lies. */
  BFT("BFT", 4);

  private final String type;
  private final int members;

  Ordering(String type, int members) {
    this.type = type;
    this.members = members;
  }

  /** The name in the channel's configuration. */
  String type() {
    return type;
  }

  /** How many members order and endorse. */
  int members() {
    return members;
  }
}
