package org.lepta.service.exchange.internal;

import org.lepta.service.exchange.RejectCode;

/** One line cannot be recorded; caught where the line ends. */
final class RejectedLine extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final RejectCode code;

  RejectedLine(RejectCode code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  RejectCode code() {
    return code;
  }
}
