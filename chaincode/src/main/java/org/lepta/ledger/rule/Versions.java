package org.lepta.ledger.rule;

/**
 * The versions of leaves and rules. A ledger has both from its genesis entry or from the epoch that
 * switched it; the two go together. Versions are never removed.
 */
public final class Versions {

  /** The version of ledgers that were started before there was another. */
  public static final int FIRST = 1;

  /** What new ledgers start with: format of leaves. */
  public static final int LEAF = 2;

  /** What new ledgers start with: rules that endorse, index and audit apply. */
  public static final int RULES = 2;

  private Versions() {}

  /** The id of the epoch entry that switches a ledger to a version, by which it is found. */
  public static String epochId(int version) {
    return "rules-" + version;
  }
}
