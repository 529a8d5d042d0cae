package org.lepta.ui.view;

/**
 * A column of a table.
 *
 * @param label ready heading
 * @param numeric whether its cells are figures, aligned to the end
 */
public record Column(String label, boolean numeric) {
  public static Column of(String label) {
    return new Column(label, false);
  }

  public static Column figures(String label) {
    return new Column(label, true);
  }
}
