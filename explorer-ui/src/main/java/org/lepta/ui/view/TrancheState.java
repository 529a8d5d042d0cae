package org.lepta.ui.view;

import org.lepta.ui.text.Labelled;

/** Where a tranche of a grant stands. */
public enum TrancheState implements Labelled {
  WAITING,
  CONDITIONS_MET,
  RELEASED,
  PAID,
  CANCELLED;

  @Override
  public String prefix() {
    return "tranche";
  }
}
