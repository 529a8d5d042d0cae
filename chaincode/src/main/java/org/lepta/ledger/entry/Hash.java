package org.lepta.ledger.entry;

import java.util.regex.Pattern;

/**
 * A SHA-256 value or keyed hash.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Hash(String hex) {

  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

  /**
   * Takes the one spelling of a hash.
   *
   * @throws IllegalArgumentException if it is not 64 lower-case hexadecimal digits
   */
  public Hash {
    if (!HEX.matcher(hex).matches()) {
      throw new IllegalArgumentException("not a SHA-256 in lower-case hex");
    }
  }

  @Override
  public String toString() {
    return hex;
  }
}
