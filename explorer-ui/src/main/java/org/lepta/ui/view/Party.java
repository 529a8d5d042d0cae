package org.lepta.ui.view;

/** The other side of an entry, as far as the ledger names it. */
public sealed interface Party {

  /** An organisation with its page. */
  record Organisation(String name, String id, String href) implements Party {
    public Organisation {
      Href.checked(href);
    }
  }

  /** A person or private party: a handle without a name stands on the ledger. */
  record Unnamed() implements Party {}

  /** The statement does not say who. */
  record NotStated() implements Party {}
}
