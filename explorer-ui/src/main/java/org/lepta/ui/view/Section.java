package org.lepta.ui.view;

import org.lepta.ui.text.Labelled;

/** The sections of the explorer in the order of the menu. */
public enum Section implements Labelled {
  OVERVIEW,
  FUNDS,
  GRANTS,
  DONATIONS,
  DISBURSEMENTS,
  FLOWS,
  EXCEPTIONS;

  @Override
  public String prefix() {
    return "nav";
  }
}
