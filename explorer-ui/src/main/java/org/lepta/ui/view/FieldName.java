package org.lepta.ui.view;

import org.lepta.ui.text.Labelled;

/** Names of an entry's fields, as readers see them. */
public enum FieldName implements Labelled {
  AMOUNT,
  APPLICATION,
  APPROVALS,
  BASIS,
  BOOKED_ON,
  BOUGHT_AMOUNT,
  BY,
  CODE,
  DECIDED_ON,
  DEVICE,
  DOCUMENTS,
  DONATION,
  DONOR,
  DUE_ON,
  EARMARK,
  ENDS_ON,
  EVIDENCE,
  FROM_FUND,
  FUND,
  GRANT,
  HAPPENED_ON,
  HASH,
  ID,
  LENS,
  LOG_SIZE,
  MATCH,
  MODE,
  OTHER_SIDE,
  OWNER,
  PARENTS,
  PASS_ON,
  PERIOD_FROM,
  PERIOD_TO,
  PURPOSE,
  RATE,
  REASON,
  RECIPIENT,
  RECORDING_LIMIT,
  RELEASE,
  RESTRICTION,
  RUNNING_COST_SHARE,
  SPEND_CLASS,
  STARTS_ON,
  STATEMENT,
  TARGET,
  TO_FUND,
  TRANCHE,
  TRANSFER,
  TYPE,
  UNITS;

  @Override
  public String prefix() {
    return "field";
  }
}
