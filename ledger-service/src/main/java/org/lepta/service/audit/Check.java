package org.lepta.service.audit;

/** What an audit checks, in the order in which one difference hides the next; stable names. */
public enum Check {
  /** The published checkpoint is not one that can be believed. */
  CHECKPOINT_REFUSED,
  /** A bundle is missing or is not of its form. */
  BUNDLE_DAMAGED,
  /** The entries give another root than the signed one. */
  ROOT_DIFFERS,
  /** The bytes are no leaf in its one form. */
  LEAF_MALFORMED,
  /** The leaf is not written in the version in force. */
  LEAF_VERSION,
  /** Places on the ledger do not ascend, or leaves of one transaction contradict each other. */
  ORDER,
  /** A position of a transaction is left out. */
  POSITION,
  /** The number of a batch or a lane transaction is not above the one before. */
  ORG_SEQ,
  /** The entry is void: it was recorded by nobody entitled, or in the wrong kind of transaction. */
  VOID,
  /** The dense number among the entries of the fund is another. */
  FUND_SEQ,
  /** It names another leaf as the first one of the same fact, or none. */
  REPEAT_OF,
  /** The postings are not those of the kind. */
  POSTINGS,
  /** The balances after it are others. */
  BALANCES,
  /** The flags are others. */
  FLAGS,
  /** A batch stands behind the lane transaction that says it sealed it, or a seal goes back. */
  SEALED,
  /** The ledger's own rules refuse it; the rule's code is told. */
  RULE,
  /** Kinds add up to something else than postings. */
  IDENTITY,
  /** The server tells another number of entries. */
  COUNT,
  /** The server tells another sum. */
  FIGURE,
  /** Two logs hold different entries. */
  LOGS_DIFFER
}
