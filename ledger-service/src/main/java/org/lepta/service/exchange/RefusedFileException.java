package org.lepta.service.exchange;

/** A whole file is refused; expected, and told to the sender by its code. Nothing was submitted. */
public final class RefusedFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final FileRefusal code;

  /**
   * A refusal of a file.
   *
   * @param code the stable code
   * @param message what is wrong and where, in English
   */
  public RefusedFileException(FileRefusal code, String message) {
    super(message);
    this.code = code;
  }

  /** A refusal with what the parser said. */
  public RefusedFileException(FileRefusal code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  public FileRefusal code() {
    return code;
  }
}
