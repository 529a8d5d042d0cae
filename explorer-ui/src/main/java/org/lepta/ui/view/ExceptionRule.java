package org.lepta.ui.view;

import org.lepta.ui.text.Labelled;

/** Why something stands out; the rule itself stands in the texts under {@code means.}. */
public enum ExceptionRule implements Labelled {
  SHORT,
  DOES_NOT_TIE,
  OVER_AWARD,
  UNCONFIRMED,
  WITHOUT_RELEASE,
  WITHOUT_EVIDENCE,
  LATE,
  REPEATED,
  CONFLICTING;

  @Override
  public String prefix() {
    return "exception";
  }
}
