package org.lepta.service.ledger;

import org.jspecify.annotations.Nullable;

/**
 * The transaction may or may not be on the ledger. Never repeat it blindly: look for its id in the
 * blocks, or send the same content under the same client id.
 */
public final class OutcomeUnknownException extends LedgerTroubleException {
  private static final long serialVersionUID = 1L;

  private final String txId;

  /** Creates the exception for the transaction of this id. */
  public OutcomeUnknownException(String txId, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.txId = txId;
  }

  /** Returns Fabric's transaction id: 64 lower-case hexadecimal digits. */
  public String txId() {
    return txId;
  }
}
