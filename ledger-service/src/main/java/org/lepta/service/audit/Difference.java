package org.lepta.service.audit;

import org.jspecify.annotations.Nullable;
import org.lepta.ledger.rule.Code;

/**
 * One thing that is not as it must be.
 *
 * @param leaf index of the leaf, or {@link #NO_LEAF}
 * @param rule with {@link Check#RULE} the code by which the rules refuse it
 * @param detail what was found and what it should be, in a few words
 */
public record Difference(Check check, long leaf, @Nullable Code rule, String detail) {

  /** Stands for a difference that is of no single leaf. */
  public static final long NO_LEAF = -1;

  static Difference at(Check check, long leaf, String detail) {
    return new Difference(check, leaf, null, detail);
  }

  static Difference of(Check check, String detail) {
    return new Difference(check, NO_LEAF, null, detail);
  }
}
