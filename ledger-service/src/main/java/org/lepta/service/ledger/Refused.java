package org.lepta.service.ledger;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The contract said no; nothing was ordered.
 *
 * @param code stable code of the refusal, for example {@code FREE_BALANCE_TOO_LOW}
 * @param detail the contract's words after the code; may be empty
 */
public record Refused(String code, String detail) implements Outcome, Evaluation {
  private static final Pattern MESSAGE =
      Pattern.compile("([A-Z][A-Z0-9_]{0,63})(?::\\s*(.*))?", Pattern.DOTALL);

  /**
   * Reads a contract's error message of the form {@code CODE: detail} or {@code CODE}.
   *
   * @return the refusal, or empty if the message does not begin with a code: then the contract did
   *     not refuse, it failed
   */
  public static Optional<Refused> fromMessage(String message) {
    Matcher matcher = MESSAGE.matcher(message);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String detail = matcher.group(2);
    return Optional.of(new Refused(matcher.group(1), detail == null ? "" : detail));
  }
}
