package org.lepta.service.kernel;

import java.io.Serializable;
import java.util.regex.Pattern;

/**
 * An expected "no": a stable code for programs and a sentence for people.
 *
 * @param code stable for ever: starts with a letter; letters, digits, {@code _ - .}; at most 64
 * @param detail what was refused and why, in one English sentence; holds no personal data
 */
public record Refusal(String code, String detail) implements Serializable {

  private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,63}");

  /**
   * Checks the form of the code.
   *
   * @throws IllegalArgumentException if the code has another form or the detail is blank
   */
  public Refusal {
    if (!CODE.matcher(code).matches()) {
      throw new IllegalArgumentException("not a refusal code: " + code);
    }
    if (detail.isBlank()) {
      throw new IllegalArgumentException("a refusal says why");
    }
  }

  /** Returns this refusal as an exception to throw. */
  public RefusalException exception() {
    return new RefusalException(this);
  }
}
