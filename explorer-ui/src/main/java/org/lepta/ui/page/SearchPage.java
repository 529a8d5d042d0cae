package org.lepta.ui.page;

import java.util.List;
import org.lepta.ui.view.Table;

/**
 * What a search found, by what may have been meant.
 *
 * @param q what was searched for; empty where nothing was asked yet
 * @param groups only those in which something was found
 */
public record SearchPage(PageFrame frame, String q, List<Table> groups) {
  public SearchPage {
    groups = List.copyOf(groups);
  }
}
