package org.lepta.ui.view;

import org.lepta.ui.text.Labelled;

/** How many days lie between a gift and a payment that used it. */
public enum GiftDays implements Labelled {
  UNDATED,
  BEFORE,
  MONTH,
  QUARTER,
  HALF,
  YEAR,
  LONGER;

  @Override
  public String prefix() {
    return "giftDays";
  }
}
