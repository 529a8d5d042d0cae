package org.lepta.ui.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ui.view.Table;

/**
 * What a search found, by what may have been meant.
 *
 * @param q what was searched for; empty where nothing was asked yet
 * @param allTitles whether all titles of grants were looked at
 * @param allTitled where all grants are listed that are titled so; null where none was found
 * @param groups only those in which something was found
 */
public record SearchPage(
    PageFrame frame, String q, boolean allTitles, @Nullable String allTitled, List<Table> groups) {

  public SearchPage {
    groups = List.copyOf(groups);
  }
}
