package org.lepta.service.ledger.recording;

/**
 * Trouble outside: it says whether the entries were certainly not recorded, or whether that is
 * unknown. Sending the same entries again is safe in both cases.
 */
public final class RecordingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean outcomeUnknown;

  RecordingException(String message, boolean outcomeUnknown, Throwable cause) {
    super(message, cause);
    this.outcomeUnknown = outcomeUnknown;
  }

  RecordingException(String message, boolean outcomeUnknown) {
    super(message);
    this.outcomeUnknown = outcomeUnknown;
  }

  /** Whether the entries may have been recorded. */
  public boolean isOutcomeUnknown() {
    return outcomeUnknown;
  }
}
