package org.lepta.ui.view;

import org.lepta.ui.text.Labelled;

/** How another service over the same ledger stands to the one that shows the page. */
public enum Agreement implements Labelled {
  NOT_ASKED,
  AGREES,
  BEHIND,
  AHEAD,
  DIFFERS,
  OTHER_LEDGER,
  UNREACHABLE;

  /** The style of its mark: those of statements that conflict, or stand alone, mean the same. */
  public String mark() {
    return switch (this) {
      case DIFFERS -> "match-conflicting";
      case OTHER_LEDGER, UNREACHABLE -> "match-oneSided";
      case NOT_ASKED, AGREES, BEHIND, AHEAD -> "";
    };
  }

  @Override
  public String prefix() {
    return "agreement";
  }
}
