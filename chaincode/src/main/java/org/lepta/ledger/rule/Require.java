package org.lepta.ledger.rule;

/** Refuses at once where nothing later can be said without what is missing. */
final class Require {

  private Require() {}

  static void that(boolean holds, Code code, String field) {
    if (!holds) {
      throw new RefusedException(code, field);
    }
  }
}
