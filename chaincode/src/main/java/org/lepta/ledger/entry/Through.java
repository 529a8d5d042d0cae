package org.lepta.ledger.entry;

/** In which transaction an entry travelled (ADR 0001). */
public enum Through implements Words {
  /** The transaction that started the ledger. */
  START,
  /** Packed with others under a key that nobody else writes. */
  BATCH,
  /** In the lane of its organisation, where balances are checked. */
  LANE
}
