package org.lepta.ui.text;

/**
 * An enum constant whose name for readers stands in the texts under {@code prefix.camelCaseName}:
 * {@code TIED_TO_BANK} of the prefix {@code evidence} is {@code evidence.tiedToBank}.
 */
public interface Labelled {

  /** First segment of the text key, the same for all constants of one enum. */
  String prefix();

  /** The constant's name; implemented by the enum itself. */
  String name();

  /** The key under which the label stands in {@link Texts}. */
  default String key() {
    StringBuilder key = new StringBuilder(prefix()).append('.');
    boolean upper = false;
    for (char c : name().toCharArray()) {
      if (c == '_') {
        upper = true;
      } else {
        key.append(upper ? c : asciiLower(c));
        upper = false;
      }
    }
    return key.toString();
  }

  private static char asciiLower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
  }
}
