package org.lepta.service.kernel;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * An id as it stands in a URL path: every byte of its UTF-8 outside {@code A-Z a-z 0-9 - _ .} is
 * written as {@code ~XX} with upper-case hexadecimal digits, {@code ~} too.
 *
 * <p>Each id has exactly one key and each key exactly one id: {@code Key.parse(Key.ofId(id)
 * .value()).id()} equals {@code id}, and {@code Key.parse(text).value()} equals {@code text}. A key
 * needs no percent-encoding. An id is any well-formed Unicode text with at least one character.
 */
public final class Key {

  /** The code of the refusal of a text that is no key. */
  public static final String INVALID = "invalid-key";

  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final char ESCAPE = '~';

  private final String id;
  private final String value;

  private Key(String id, String value) {
    this.id = id;
    this.value = value;
  }

  /**
   * Returns the key of an id.
   *
   * @throws IllegalArgumentException if the id is empty or holds a lone surrogate
   */
  public static Key ofId(String id) {
    if (id.isEmpty()) {
      throw new IllegalArgumentException("an id has at least one character");
    }
    StringBuilder value = new StringBuilder(id.length() + 16);
    for (byte b : utf8(id)) {
      if (isPlain(b)) {
        value.append((char) b);
      } else {
        HEX.toHexDigits(value.append(ESCAPE), b);
      }
    }
    return new Key(id, value.toString());
  }

  /**
   * Reads a key from outside; only the canonical form is accepted.
   *
   * @throws RefusalException with code {@link #INVALID} if the text is empty, holds a character
   *     that must be escaped, a broken or lower-case escape, an escape of a plain character, or
   *     bytes that are not UTF-8
   */
  public static Key parse(String value) {
    if (value.isEmpty()) {
      throw refusal("a key has at least one character");
    }
    ByteBuffer bytes = ByteBuffer.allocate(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == ESCAPE) {
        bytes.put(escapedByte(value, i));
        i += 2;
      } else if (c < 0x80 && isPlain((byte) c)) {
        bytes.put((byte) c);
      } else {
        throw refusal("the character at position " + i + " of the key must be escaped");
      }
    }
    return new Key(text(bytes.flip()), value);
  }

  /** Returns the id that the key stands for. */
  public String id() {
    return id;
  }

  /** Returns the key as it is written in a path. */
  public String value() {
    return value;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Key that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return value;
  }

  private static byte escapedByte(String value, int at) {
    if (at + 2 >= value.length()) {
      throw refusal("the escape at position " + at + " of the key is cut off");
    }
    int high = upperCaseDigit(value.charAt(at + 1));
    int low = upperCaseDigit(value.charAt(at + 2));
    if (high < 0 || low < 0) {
      throw refusal("the escape at position " + at + " of the key needs two digits of 0-9, A-F");
    }
    byte b = (byte) (high << 4 | low);
    if (isPlain(b)) {
      throw refusal("the escape at position " + at + " of the key hides a plain character");
    }
    return b;
  }

  private static int upperCaseDigit(char c) {
    boolean canonical = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F');
    return canonical ? HexFormat.fromHexDigit(c) : -1;
  }

  private static boolean isPlain(byte b) {
    return (b >= 'A' && b <= 'Z')
        || (b >= 'a' && b <= 'z')
        || (b >= '0' && b <= '9')
        || b == '-'
        || b == '_'
        || b == '.';
  }

  private static byte[] utf8(String id) {
    try {
      ByteBuffer encoded =
          StandardCharsets.UTF_8
              .newEncoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .encode(CharBuffer.wrap(id));
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return bytes;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("an id is well-formed Unicode", e);
    }
  }

  private static String text(ByteBuffer bytes) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(bytes)
          .toString();
    } catch (CharacterCodingException e) {
      throw new RefusalException(
          new Refusal(INVALID, "the escaped bytes of the key are not UTF-8"), e);
    }
  }

  private static RefusalException refusal(String detail) {
    return new Refusal(INVALID, detail).exception();
  }
}
