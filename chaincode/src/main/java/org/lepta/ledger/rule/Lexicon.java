package org.lepta.ledger.rule;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The forms of ids, codes and handles. By explicit code points only, so that no two JDKs can
 * disagree.
 */
public final class Lexicon {

  /** Longest id, in bytes of UTF-8. */
  public static final int MAX_ID_BYTES = 400;

  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Pattern HANDLE = Pattern.compile("[A-Za-z0-9_-]{8,64}");
  private static final Pattern POSITION = Pattern.compile("[A-Za-z0-9_./:#\\[\\]-]{1,120}");
  private static final Pattern BASE64URL = Pattern.compile("[A-Za-z0-9_-]{1,4096}");
  private static final Pattern MSP = Pattern.compile("[A-Za-z0-9.-]{1,64}");
  private static final Pattern VERIFIER_KEY =
      Pattern.compile("[!-~&&[^+]]{1,200}\\+[0-9a-f]{8}\\+[A-Za-z0-9+/=]{1,100}");

  /** A Russian tax number of twelve digits belongs to a person; one of ten to a legal entity. */
  private static final Pattern PERSONAL =
      Pattern.compile("(?i)(?<![A-Z0-9])RU-INN-?[0-9]{12}(?![0-9])");

  private static final int PERSONAL_DIGITS = 12;
  private static final int SHORTEST_PERSONAL = "RU-INN".length() + PERSONAL_DIGITS;

  private Lexicon() {}

  /**
   * 1 to 400 bytes of UTF-8, no control, direction or line separator characters, no outer spaces.
   */
  public static boolean isId(String text) {
    if (text.isEmpty() || text.startsWith(" ") || text.endsWith(" ")) {
      return false;
    }
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (isForbidden(c)) {
        return false;
      }
      i += Character.charCount(c);
    }
    // No char takes more than three bytes.
    return text.length() <= MAX_ID_BYTES / 3
        || text.getBytes(StandardCharsets.UTF_8).length <= MAX_ID_BYTES;
  }

  private static boolean isForbidden(int c) {
    return c < 0x20
        || (c >= 0x7f && c <= 0x9f)
        || (c >= 0xd800 && c <= 0xdfff)
        || (c >= 0x200e && c <= 0x200f)
        || (c >= 0x2028 && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0xfeff
        || (c & 0xfffe) == 0xfffe;
  }

  /** Whether the id holds a register's number that names a person. */
  public static boolean isPersonal(String id) {
    return id.length() >= SHORTEST_PERSONAL && hasTaxNumber(id) && PERSONAL.matcher(id).find();
  }

  /** Most ids hold no twelve digits in a row, and need not be searched further. */
  private static boolean hasTaxNumber(String id) {
    int digits = 0;
    for (int i = 0; i < id.length() && digits < PERSONAL_DIGITS; i++) {
      digits = id.charAt(i) >= '0' && id.charAt(i) <= '9' ? digits + 1 : 0;
    }
    return digits == PERSONAL_DIGITS;
  }

  static boolean isCode(String text) {
    return CODE.matcher(text).matches();
  }

  static boolean isHandle(String text) {
    return HANDLE.matcher(text).matches();
  }

  static boolean isPosition(String text) {
    return POSITION.matcher(text).matches();
  }

  static boolean isBase64Url(String text) {
    return BASE64URL.matcher(text).matches();
  }

  static boolean isMsp(String text) {
    return MSP.matcher(text).matches();
  }

  static boolean isVerifierKey(String text) {
    return VERIFIER_KEY.matcher(text).matches();
  }
}
