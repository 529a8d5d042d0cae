package org.lepta.service.ledger;

import org.jspecify.annotations.Nullable;

/** The transaction was certainly not ordered; sending it again is safe. */
public final class NotSentException extends LedgerTroubleException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception; the message names the stage that failed. */
  public NotSentException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
