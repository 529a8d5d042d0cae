package org.lepta.ui.view;

import org.lepta.ui.text.Labelled;

/** What happened to a piece of a donation. */
public enum TrailAction implements Labelled {
  PAID,
  SPENT,
  FEE,
  TRANSFERRED,
  EXCHANGED,
  REFUNDED,
  RETURNED,
  VOIDED,
  REENTERED;

  @Override
  public String prefix() {
    return "trail";
  }
}
