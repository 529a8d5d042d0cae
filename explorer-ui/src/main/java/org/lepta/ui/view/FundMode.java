package org.lepta.ui.view;

import org.lepta.ui.text.Labelled;

/** Whether a fund keeps its books on the ledger or is another publisher's statement. */
public enum FundMode implements Labelled {
  MANAGED,
  REPORTED;

  @Override
  public String prefix() {
    return "mode";
  }
}
