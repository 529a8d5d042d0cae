package org.lepta.service.explorer.page;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lepta.service.indexing.finding.FindingRule;
import org.lepta.service.indexing.read.ReadCode;
import org.lepta.ui.view.ExceptionRule;

/**
 * Which exceptions are asked for.
 *
 * @param rule whose whole list is asked for; null asks for all rules
 * @param after cursor of the part to show; null for the first
 */
record ExceptionsQuery(@Nullable ExceptionRule rule, @Nullable String after) {

  /**
   * Reads the parameters of a request; others than these are left alone.
   *
   * @throws org.lepta.service.kernel.RefusalException with {@link ReadCode#FILTER_INVALID}
   */
  static ExceptionsQuery of(Map<String, String[]> parameters) {
    return new ExceptionsQuery(
        rule(ListFilters.single(parameters, "rule")), ListFilters.single(parameters, "after"));
  }

  /** The whole list of a rule, as the part of an address behind the path. */
  static String of(ExceptionRule rule, @Nullable String after) {
    String query = "?rule=" + rule.word();
    return after == null ? query : query + "&after=" + Query.encoded(after);
  }

  /** The same rule of the index; null for the disagreements of two sides, which are no entries. */
  static @Nullable FindingRule finding(ExceptionRule rule) {
    return rule == ExceptionRule.CONFLICTING ? null : FindingRule.valueOf(rule.name());
  }

  private static @Nullable ExceptionRule rule(@Nullable String word) {
    if (word == null) {
      return null;
    }
    for (ExceptionRule rule : ExceptionRule.values()) {
      if (rule.word().equals(word)) {
        return rule;
      }
    }
    throw ListFilters.invalid("rule");
  }
}
