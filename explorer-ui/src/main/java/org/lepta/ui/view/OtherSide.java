package org.lepta.ui.view;

import org.lepta.ui.text.Labelled;

/** Who stands on the other side of the entries of a list. */
public enum OtherSide implements Labelled {
  /** Every one of them received. */
  RECEIVES,
  /** Some received, others gave. */
  EITHER;

  @Override
  public String prefix() {
    return "otherSide";
  }
}
