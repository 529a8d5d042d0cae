package org.lepta.ui.view;

import org.lepta.ui.text.Labelled;

/** Why a value is not shown. Zero is a value, not an absence. */
public enum Absence implements Labelled {
  NOT_STATED,
  NOT_APPLICABLE,
  HIDDEN;

  @Override
  public String prefix() {
    return "absent";
  }
}
