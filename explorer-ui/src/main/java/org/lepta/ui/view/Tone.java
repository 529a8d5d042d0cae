package org.lepta.ui.view;

import org.lepta.ui.text.Labelled;

/** How loud a notice is; said in words too, never by colour alone. */
public enum Tone implements Labelled {
  INFORMATION,
  ATTENTION,
  ALARM;

  @Override
  public String prefix() {
    return "tone";
  }
}
