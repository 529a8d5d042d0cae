package org.lepta.service.ledger.embedded;

import java.util.Comparator;

/**
 * The order of state keys on a peer: by the bytes of their UTF-8 form, which is by code point. Java's
 * own order of strings differs where surrogates meet U+E000 to U+FFFF.
 */
final class KeyOrder {
  static final Comparator<String> UTF_8 = KeyOrder::compare;

  private KeyOrder() {}

  private static int compare(String left, String right) {
    int shorter = Math.min(left.length(), right.length());
    for (int i = 0; i < shorter; i++) {
      char a = left.charAt(i);
      char b = right.charAt(i);
      if (a != b) {
        return Character.isSurrogate(a) == Character.isSurrogate(b)
            ? Character.compare(a, b)
            : Boolean.compare(Character.isSurrogate(a), Character.isSurrogate(b));
      }
    }
    return Integer.compare(left.length(), right.length());
  }
}
