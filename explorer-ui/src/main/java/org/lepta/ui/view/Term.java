package org.lepta.ui.view;

import org.lepta.ui.text.Labelled;

/** Terms of the identity that every fund keeps, in the order of the accounting model. */
public enum Term implements Labelled {
  OPENED(true),
  DONATED(true),
  INCOME(true),
  TRANSFERRED_IN(true),
  EXCHANGED_IN(true),
  RETURNED(true),
  REFUNDED(false),
  TRANSFERRED_OUT(false),
  EXCHANGED_OUT(false),
  OUTSTANDING(false),
  RELEASED(false),
  DISBURSED(false),
  SPENT(false);

  private final boolean added;

  Term(boolean added) {
    this.added = added;
  }

  /** Whether the term is added; otherwise it is taken away. */
  public boolean added() {
    return added;
  }

  @Override
  public String prefix() {
    return "term";
  }
}
