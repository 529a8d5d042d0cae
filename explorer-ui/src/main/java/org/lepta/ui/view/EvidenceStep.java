package org.lepta.ui.view;

import org.lepta.ui.text.Labelled;

/** Steps of the evidence ladder, from the weakest to the strongest. */
public enum EvidenceStep implements Labelled {
  STATED,
  CONFIRMED,
  TIED_TO_BANK,
  AUDITED;

  @Override
  public String prefix() {
    return "evidence";
  }
}
