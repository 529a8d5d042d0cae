package org.lepta.ledger.codec;

/**
 * The bytes are not an entry in canonical form; the message says where and why, without its values.
 */
public final class CodecException extends RuntimeException {

  /** Stands for a field that is not one of ours: its name could be anything. */
  public static final String UNKNOWN = "?";

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

  /** Path of the field in question, names joined by points; empty for the whole. */
  public String field() {
    return field;
  }

  /** The same, seen from one level up. */
  CodecException within(String parent) {
    String path = field.isEmpty() ? parent : parent + '.' + field;
    return new CodecException(path, String.valueOf(getMessage()), this);
  }
}
