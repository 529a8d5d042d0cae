package org.lepta.service.kernel;

/**
 * Carries a {@link Refusal} out of a call to the one place that answers it (RFC 9457 for HTTP).
 *
 * <p>Trouble outside and broken invariants are other exceptions: a refusal is always the answer to
 * what was asked, and asking again changes nothing.
 */
public final class RefusalException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Refusal refusal;

  /** Wraps the refusal; the message is the code, a colon and the detail. */
  public RefusalException(Refusal refusal) {
    super(refusal.code() + ": " + refusal.detail());
    this.refusal = refusal;
  }

  /** Wraps the refusal and keeps what led to it. */
  public RefusalException(Refusal refusal, Throwable cause) {
    super(refusal.code() + ": " + refusal.detail(), cause);
    this.refusal = refusal;
  }

  /** Returns the refusal. */
  public Refusal refusal() {
    return refusal;
  }
}
