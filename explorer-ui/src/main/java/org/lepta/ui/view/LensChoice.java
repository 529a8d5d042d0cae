package org.lepta.ui.view;

/**
 * A rule by which a donation's trail can be looked at.
 *
 * @param declared whether it is the rule that the fund declares
 * @param href the page that shows the trail by it
 */
public record LensChoice(Lens lens, boolean declared, String href) {
  public LensChoice {
    Href.checked(href);
  }
}
