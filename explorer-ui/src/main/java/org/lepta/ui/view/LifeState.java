package org.lepta.ui.view;

import org.lepta.ui.text.Labelled;

/** The life of an entry; these words and no others. */
public enum LifeState implements Labelled {
  SUBMITTED,
  COMMITTED,
  INTEGRATED,
  PUBLISHED,
  COSIGNED,
  ANCHORED;

  @Override
  public String prefix() {
    return "life";
  }
}
