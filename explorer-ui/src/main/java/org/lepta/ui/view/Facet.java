package org.lepta.ui.view;

import java.util.List;

/**
 * What a list can be narrowed down to, with how many entries each choice leaves.
 *
 * @param name what the choices are
 */
public record Facet(String name, List<Choice> choices) {
  public Facet {
    choices = List.copyOf(choices);
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
