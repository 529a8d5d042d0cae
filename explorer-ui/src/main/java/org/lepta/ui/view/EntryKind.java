package org.lepta.ui.view;

import org.lepta.ui.text.Labelled;

/** Kinds of entry, as in the accounting model. */
public enum EntryKind implements Labelled {
  OPENING,
  DONATION,
  FEE,
  REFUND,
  INCOME,
  TRANSFER_OUT,
  TRANSFER_IN,
  EXCHANGE,
  GRANT,
  AMENDMENT,
  RELEASE,
  DISBURSEMENT,
  PASS_ON,
  RETURN,
  EXPENDITURE,
  CONFIRMATION,
  APPROVAL,
  DEVICE,
  ATTESTATION,
  STATEMENT,
  PLEDGE,
  REPORT,
  APPLICATION,
  ASSESSMENT,
  CHALLENGE,
  WITHDRAWAL,
  DRAW,
  PUBLICATION,
  OUTCOME,
  PERIOD_CLOSE,
  CORRECTION,
  GENESIS,
  ORGANISATION,
  MEMBER,
  FUND,
  LOG_KEY,
  RULE_CARD,
  HOLD,
  EPOCH;

  @Override
  public String prefix() {
    return "kind";
  }

  /** The key of the word for many of them, the heading of their list. */
  public String pluralKey() {
    return "kinds." + word();
  }
}
