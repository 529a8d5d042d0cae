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
    return prefix() + '.' + word();
  }

  /** The constant's name in camel case, as it stands in keys, addresses and style classes. */
  default String word() {
    StringBuilder word = new StringBuilder();
    boolean upper = false;
    for (char c : name().toCharArray()) {
      if (c == '_') {
        upper = true;
      } else {
        word.append(upper ? c : asciiLower(c));
        upper = false;
      }
    }
    return word.toString();
  }

  private static char asciiLower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
  }
}
