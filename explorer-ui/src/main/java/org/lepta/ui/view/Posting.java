package org.lepta.ui.view;

import org.lepta.ui.format.Amount;

/** A posting of an entry to an account, or the account's balance after it. */
public record Posting(String account, Amount amount) {}
