package org.lepta.ui.view;

import org.lepta.ui.text.Labelled;

/** Organisations in the order of what they have to do with the money. */
public enum Ranking implements Labelled {
  GAVE,
  AWARDED,
  PAID;

  @Override
  public String prefix() {
    return "ranking";
  }
}
