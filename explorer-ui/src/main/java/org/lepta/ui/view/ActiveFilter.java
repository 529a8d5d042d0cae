package org.lepta.ui.view;

/** A filter in force, and the list without it. */
public record ActiveFilter(String label, String value, String removeHref) {
  public ActiveFilter {
    Href.checked(removeHref);
  }
}
