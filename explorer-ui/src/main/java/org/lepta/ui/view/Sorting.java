package org.lepta.ui.view;

import org.jspecify.annotations.Nullable;

/**
 * How the head of a column sorts the list.
 *
 * @param now {@code ascending} or {@code descending}, the words of aria-sort, where the list is
 *     sorted by this column; else absent
 * @param href the list sorted by it; where it is already, from the other end
 */
public record Sorting(@Nullable String now, String href) {
  public Sorting {
    Href.checked(href);
  }

  /** What the eye sees of the order. */
  public String arrow() {
    return now == null ? "↕" : now.equals("ascending") ? "↑" : "↓";
  }
}
