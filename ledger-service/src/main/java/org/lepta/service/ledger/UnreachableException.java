package org.lepta.service.ledger;

import org.jspecify.annotations.Nullable;

/** The ledger could not be read; nothing was changed, and the read may be repeated. */
public final class UnreachableException extends LedgerTroubleException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception; the message names what could not be reached. */
  public UnreachableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
