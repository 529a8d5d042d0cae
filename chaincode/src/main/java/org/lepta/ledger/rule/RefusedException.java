package org.lepta.ledger.rule;

/** The rules refuse an entry or a transaction; expected, and told to the sender by its code. */
public final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Code code;
  private final String detail;

  /**
   * A refusal by a rule.
   *
   * @param code the stable code
   * @param detail the field or rule in question, never a value that could be personal
   */
  public RefusedException(Code code, String detail) {
    super(code + ": " + detail, null, false, false);
    this.code = code;
    this.detail = detail;
  }

  public Code code() {
    return code;
  }

  public String detail() {
    return detail;
  }
}
