package org.lepta.ui.view;

import java.util.List;

/**
 * What a list can be narrowed down to, with how many entries each choice leaves.
 *
 * @param name what the choices are
 */
public record Facet(String name, List<Choice> choices) {
  private static final int SHORT = 8;

  public Facet {
    choices = List.copyOf(choices);
  }

  /** Whether the choices would fill a small screen, so that they are folded. */
  public boolean isLong() {
    return choices.size() > SHORT;
  }

  /**
   * One choice.
   *
   * @param count of entries, ready to show
   * @param href the list of this choice; of a chosen one, the list without it
   */
  public record Choice(String label, String count, String href, boolean chosen) {
    public Choice {
      Href.checked(href);
    }
  }
}
