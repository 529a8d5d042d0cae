package org.lepta.ledger.rule;

/** The versions this build writes; older ones stay readable for ever. */
public final class Versions {

  /** Format of leaves. */
  public static final int LEAF = 1;

  /** Rules that endorse, index and audit apply. */
  public static final int RULES = 1;

  private Versions() {}
}
