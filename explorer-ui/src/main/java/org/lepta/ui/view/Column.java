package org.lepta.ui.view;

import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param label ready heading
 * @param numeric whether its cells are figures, aligned to the end
 * @param sort the word by which lists are sorted by its values; absent where they are not
 * @param sorting how its head sorts the list; absent where it does not
 */
public record Column(
    String label, boolean numeric, @Nullable String sort, @Nullable Sorting sorting) {
  public static Column of(String label) {
    return new Column(label, false, null, null);
  }

  public static Column figures(String label) {
    return new Column(label, true, null, null);
  }

  /** The same, of values that lists can be sorted by. */
  Column by(@Nullable String word) {
    return new Column(label, numeric, word, sorting);
  }

  /** The same with a head that sorts. */
  Column sorting(@Nullable Sorting head) {
    return new Column(label, numeric, sort, head);
  }
}
