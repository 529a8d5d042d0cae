package org.lepta.service.anchoring;

import org.jspecify.annotations.Nullable;

/** Nothing can be anchored now. */
public final class AnchorException extends Exception {

  private static final long serialVersionUID = 1L;

  private final AnchorTrouble trouble;

  AnchorException(AnchorTrouble trouble, String detail) {
    this(trouble, detail, null);
  }

  AnchorException(AnchorTrouble trouble, String detail, @Nullable Throwable cause) {
    super(detail, cause);
    this.trouble = trouble;
  }

  /** Returns what is wrong; the message says it in one sentence. */
  public AnchorTrouble trouble() {
    return trouble;
  }
}
