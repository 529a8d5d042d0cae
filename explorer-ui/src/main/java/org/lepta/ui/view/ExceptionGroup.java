package org.lepta.ui.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands out by one rule.
 *
 * @param sums how many and how much, ready sentences, one for each unit and kind of fund
 * @param table the newest
 * @param all the whole list; absent where the table is all
 */
public record ExceptionGroup(
    ExceptionRule rule, List<String> sums, Table table, @Nullable Link all) {
  public ExceptionGroup {
    sums = List.copyOf(sums);
  }
}
