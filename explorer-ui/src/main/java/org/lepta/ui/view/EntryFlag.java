package org.lepta.ui.view;

import org.lepta.ui.text.Labelled;

/** What a reader must know about an entry before relying on it. */
public enum EntryFlag implements Labelled {
  LATE,
  REPEAT,
  VOID,
  WITHOUT_RELEASE,
  CORRECTED,
  REENTERED,
  ZERO_AWARD,
  DATE_UNREADABLE,
  ROUNDED;

  @Override
  public String prefix() {
    return "flag";
  }
}
