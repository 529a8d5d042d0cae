package org.lepta.service.sampling;

/** A sample that cannot be taken, or is not what its folder says; the message is a sentence. */
public final class SampleException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Says why. */
  public SampleException(String message) {
    super(message);
  }
}
