package org.lepta.ledger.entry;

/**
 * A SHA-256 value or keyed hash.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Hash(String hex) {

  private static final int DIGITS = 64;

  /**
   * Takes the one spelling of a hash.
   *
   * @throws IllegalArgumentException if it is not 64 lower-case hexadecimal digits
   */
  public Hash {
    if (hex.length() != DIGITS || !hex.chars().allMatch(Hash::isDigit)) {
      throw new IllegalArgumentException("not a SHA-256 in lower-case hex");
    }
  }

  private static boolean isDigit(int c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
  }

  @Override
  public String toString() {
    return hex;
  }
}
