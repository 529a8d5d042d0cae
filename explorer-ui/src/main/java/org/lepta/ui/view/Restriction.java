package org.lepta.ui.view;

import org.lepta.ui.text.Labelled;

/** How the givers bound the money of a fund. */
public enum Restriction implements Labelled {
  RESTRICTED,
  DESIGNATED,
  UNRESTRICTED,
  ENDOWMENT;

  @Override
  public String prefix() {
    return "restriction";
  }
}
