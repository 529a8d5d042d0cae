package org.lepta.ui.view;

import org.lepta.ui.text.Labelled;

/** Names of the figures in headlines and in a grant's state line. */
public enum FigureName implements Labelled {
  RECEIVED,
  NEW_MONEY,
  FROM_FUNDS_HERE,
  AWARDED,
  OUTSTANDING,
  RELEASED,
  DISBURSED,
  PAID_OUT,
  RETURNED,
  SPENT_BY_GRANTEE,
  PASSED_ON,
  HELD,
  CONFIRMED,
  NOT_YET_SPENT,
  SHORT,
  SPENT,
  WAITING,
  REFUNDED,
  ONWARD;

  @Override
  public String prefix() {
    return "figure";
  }
}
