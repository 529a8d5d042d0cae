package org.lepta.ui.view;

import org.lepta.ui.text.Labelled;

/** How the statements of two sides about the same money agree. */
public enum MatchState implements Labelled {
  EXACT,
  NEAR,
  ROUNDED,
  SPLIT,
  CONFLICTING,
  ONE_SIDED;

  @Override
  public String prefix() {
    return "match";
  }
}
