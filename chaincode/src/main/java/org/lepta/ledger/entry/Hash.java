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
    if (hex.length() != DIGITS || !isHexadecimal(hex)) {
      throw new IllegalArgumentException("not a SHA-256 in lower-case hex");
    }
  }

  private static boolean isHexadecimal(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return hex;
  }
}
