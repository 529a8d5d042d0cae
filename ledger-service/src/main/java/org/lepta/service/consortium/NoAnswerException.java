package org.lepta.service.consortium;

import org.jspecify.annotations.Nullable;

/** Another service gave no answer that can be used. */
final class NoAnswerException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Trouble trouble;

  NoAnswerException(Trouble trouble, String detail) {
    this(trouble, detail, null);
  }

  NoAnswerException(Trouble trouble, String detail, @Nullable Throwable cause) {
    super(detail, cause);
    this.trouble = trouble;
  }

  Trouble trouble() {
    return trouble;
  }
}
