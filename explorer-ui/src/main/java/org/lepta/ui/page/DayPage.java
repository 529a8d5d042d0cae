package org.lepta.ui.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ui.view.Link;
import org.lepta.ui.view.Table;

/**
 * What a day of the ledger brought.
 *
 * @param heading the day in words
 * @param summary one sentence
 * @param changes what changes figures of earlier days
 * @param more the page with further changes; absent where all are shown
 * @param links to the figures at the end of the day, and to the same as data
 * @param before the day before it on which something was recorded
 * @param behind the day behind it
 */
public record DayPage(
    PageFrame frame,
    String heading,
    String summary,
    Table sums,
    Table changes,
    @Nullable String more,
    List<Link> links,
    @Nullable Link before,
    @Nullable Link behind) {
  public DayPage {
    links = List.copyOf(links);
  }
}
