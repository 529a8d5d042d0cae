package org.lepta.ui.view;

import org.jspecify.annotations.Nullable;

/**
 * Of which size of the log a page's figures are.
 *
 * @param permanent the address that will always give these figures
 * @param then that they are of an earlier size; absent if they are of now
 */
public record AsKnown(Link permanent, @Nullable Then then) {

  /**
   * An earlier size of the log.
   *
   * @param notice says so, with the way to what is known now
   * @param corrections of what the page shows that were recorded since, newest first
   * @param all of them; absent where the table has them all
   */
  public record Then(Notice notice, Table corrections, @Nullable Link all) {}
}
