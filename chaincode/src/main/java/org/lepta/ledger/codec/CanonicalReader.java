package org.lepta.ledger.codec;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Goes through canonical JSON byte by byte and refuses every other spelling. Whoever asks for the
 * fields of an object in key order, and for each value in its form, has read bytes that {@link
 * CanonicalJson#write} makes of the same values: nothing needs to be written again to know it.
 *
 * <p>Every method throws {@link CodecException} where the bytes are not what it asks for. Not
 * thread-safe.
 */
final class CanonicalReader {

  private static final int MAX_DIGITS = 15;

  private final byte[] json;
  private int at;
  private int depth;

  CanonicalReader(byte[] json) {
    this.json = json;
  }

  /** Goes into an object or a list, by its opening character. */
  void open(char brace) {
    depth++;
    require(depth <= CanonicalJson.MAX_DEPTH);
    expect(brace);
  }

  /** Leaves it by its closing character; there is nothing else in it. */
  void close(char brace) {
    depth--;
    expect(brace);
  }

  /** Requires that nothing follows. */
  void end() {
    require(at == json.length);
  }

  /** Goes behind this character, if it is the next one. */
  boolean takes(char c) {
    if (peek() != c) {
      return false;
    }
    at++;
    return true;
  }

  /** Goes to the value of the field with this name, if it is the next one of the object. */
  boolean takesName(String name) {
    // Only the first field has no comma before it.
    int start = json[at - 1] == '{' ? at : at + 1;
    if ((start > at && peek() != ',') || !isName(name, start)) {
      return false;
    }
    at = start + name.length() + 3;
    return true;
  }

  /** Whether the name stands there in quotes and with its colon. */
  private boolean isName(String name, int start) {
    int end = start + name.length() + 1;
    if (end + 1 >= json.length || json[end + 1] != ':' || json[end] != '"' || json[start] != '"') {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if (json[start + 1 + i] != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The text of a field, wherever it is in the object that begins here; goes nowhere. */
  String peekText(String name) {
    int here = at;
    at = find(name) + name.length() + 3;
    String text = text();
    at = here;
    return text;
  }

  /** Goes behind the field with this name, a text, which is the next one of the object. */
  void skipText(String name) {
    require(takesName(name));
    text();
  }

  /** The place of a name in the object that begins here, but not inside other values of it. */
  private int find(String name) {
    int inside = 0;
    for (int i = at; i < json.length; i++) {
      switch (json[i]) {
        case '{', '[' -> inside++;
        case '}', ']' -> inside--;
        case '"' -> {
          if (inside == 1 && isName(name, i)) {
            return i;
          }
          i = endOfText(i + 1);
        }
        default -> {}
      }
      if (inside == 0) {
        break;
      }
    }
    throw new CodecException(name, "missing");
  }

  private int endOfText(int start) {
    int i = start;
    while (i < json.length && json[i] != '"') {
      i += json[i] == '\\' ? 2 : 1;
    }
    return i;
  }

  /** Reads a string. */
  String text() {
    expect('"');
    int start = at;
    int escapes = 0;
    int all = 0;
    for (int c = peek(); c != '"'; c = peek()) {
      require(c < 0 || c >= ' ');
      if (c == '\\') {
        at++;
        escapes++;
        require(peek() == '"' || peek() == '\\');
      }
      all |= c;
      at++;
    }
    // Below zero if any byte had its highest bit set.
    String text = all < 0 ? utf8(start) : ascii(start);
    at++;
    text = escapes == 0 ? text : unescaped(text, escapes);
    require(text.length() <= CanonicalJson.MAX_TEXT);
    return text;
  }

  private String ascii(int start) {
    return new String(json, start, at - start, StandardCharsets.ISO_8859_1);
  }

  private String utf8(int start) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(json, start, at - start))
          .toString();
    } catch (CharacterCodingException e) {
      throw new CodecException("", "not UTF-8", e);
    }
  }

  private static String unescaped(String text, int escapes) {
    StringBuilder out = new StringBuilder(text.length() - escapes);
    for (int i = 0; i < text.length(); i++) {
      i += text.charAt(i) == '\\' ? 1 : 0;
      out.append(text.charAt(i));
    }
    return out.toString();
  }

  /** Reads an integer. */
  long integer() {
    boolean negative = takes('-');
    int start = at;
    long value = 0;
    for (int c = peek(); c >= '0' && c <= '9'; c = peek()) {
      value = value * 10 + (c - '0');
      at++;
      require(at - start <= MAX_DIGITS);
    }
    require(at > start);
    require(json[start] != '0' || (at == start + 1 && !negative));
    return negative ? -value : value;
  }

  /** Reads {@code true} or {@code false}. */
  boolean truth() {
    boolean value = peek() == 't';
    String word = value ? "true" : "false";
    for (int i = 0; i < word.length(); i++) {
      expect(word.charAt(i));
    }
    return value;
  }

  /** The next byte; behind the end one that may stand nowhere. */
  private int peek() {
    return at < json.length ? json[at] : 0;
  }

  private void expect(char c) {
    require(takes(c));
  }

  private void require(boolean canonical) {
    if (!canonical) {
      throw new CodecException("", "not in canonical form at byte " + at);
    }
  }
}
