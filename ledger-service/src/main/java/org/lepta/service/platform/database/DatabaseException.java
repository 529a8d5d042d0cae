package org.lepta.service.platform.database;

/** The database cannot be used; the message says why and what the operator can do. */
public final class DatabaseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says what is wrong and what helps. */
  public DatabaseException(String message) {
    super(message);
  }

  /** Says what is wrong and keeps what led to it. */
  public DatabaseException(String message, Throwable cause) {
    super(message, cause);
  }
}
