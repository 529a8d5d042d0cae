package org.lepta.ui.view;

import org.lepta.ui.text.Labelled;

/** The rule that shares pooled money over gifts. */
public enum Lens implements Labelled {
  FIRST_IN_FIRST_OUT,
  PROPORTIONAL,
  EARMARKED;

  @Override
  public String prefix() {
    return "lens";
  }
}
