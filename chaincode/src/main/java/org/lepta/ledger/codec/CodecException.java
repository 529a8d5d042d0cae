package org.lepta.ledger.codec;

/**
 * The bytes are not an entry in canonical form; the message says where and why, without its values.
 */
public final class CodecException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String field;

  CodecException(String field, String message, Throwable cause) {
    super(message, cause);
    this.field = field;
  }

  CodecException(String field, String message) {
    super(message);
    this.field = field;
  }

  /** Path of the field in question, empty for the whole. */
  public String field() {
    return field;
  }
}
