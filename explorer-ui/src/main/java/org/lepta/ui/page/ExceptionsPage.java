package org.lepta.ui.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ui.view.ExceptionGroup;

/**
 * What stands out, by rule.
 *
 * @param groups those by which something stands out; the whole page is one group if one rule is
 *     asked for
 * @param next the part behind; absent at the end, and where several groups are shown
 */
public record ExceptionsPage(PageFrame frame, List<ExceptionGroup> groups, @Nullable String next) {
  public ExceptionsPage {
    groups = List.copyOf(groups);
  }
}
