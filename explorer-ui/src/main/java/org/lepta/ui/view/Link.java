package org.lepta.ui.view;

/** A link with its text. The target is ready: a path on this server or an https address. */
public record Link(String label, String href) {
  public Link {
    Href.checked(href);
  }
}
