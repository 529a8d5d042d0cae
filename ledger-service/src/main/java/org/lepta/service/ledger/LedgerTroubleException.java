package org.lepta.service.ledger;

import org.jspecify.annotations.Nullable;

/** Trouble outside our own code on the way to the ledger; its kind says what is known. */
public abstract sealed class LedgerTroubleException extends Exception
    permits NotSentException, OutcomeUnknownException, UnreachableException {
  private static final long serialVersionUID = 1L;

  LedgerTroubleException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
