package org.lepta.service.passport;

import java.io.Serial;

/** A passport that does not hold, with its code and where it fails. */
public final class PassportException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final PassportCode code;
  private final String detail;

  PassportException(PassportCode code, String detail) {
    super(code + ": " + detail);
    this.code = code;
    this.detail = detail;
  }

  /** What is wrong. */
  public PassportCode code() {
    return code;
  }

  /** Where, in words. */
  public String detail() {
    return detail;
  }
}
