package org.lepta.service.transparency;

/**
 * The text store is damaged or its disk fails; the message names file and place. Nothing that was
 * not synced before may be taken as stored.
 */
public final class TextStoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says what is damaged and where. */
  public TextStoreException(String message) {
    super(message);
  }

  /** Says what failed and keeps the cause. */
  public TextStoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
