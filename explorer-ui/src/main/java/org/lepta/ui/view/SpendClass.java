package org.lepta.ui.view;

import org.lepta.ui.text.Labelled;

/** What spending was for. */
public enum SpendClass implements Labelled {
  PROGRAMME,
  RUNNING,
  FUNDRAISING,
  FEE;

  @Override
  public String prefix() {
    return "spending";
  }
}
