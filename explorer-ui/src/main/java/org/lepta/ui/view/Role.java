package org.lepta.ui.view;

import org.lepta.ui.text.Labelled;

/** What an organisation does on the ledger. */
public enum Role implements Labelled {
  FUNDER,
  GRANTEE,
  PUBLISHER,
  MEMBER,
  SUPPLIER,
  AUDITOR;

  @Override
  public String prefix() {
    return "role";
  }
}
