package org.lepta.service.transparency.proof;

import java.nio.charset.StandardCharsets;

/**
 * The text of a signed note: what its signatures are made over. It ends in a newline and has no
 * other control characters; it may have empty lines.
 *
 * @param value the text, the last newline included
 */
public record NoteText(String value) {

  /**
   * Takes the text as it is.
   *
   * @throws IllegalArgumentException if it does not end in a newline, holds another control
   *     character or has no form in UTF-8
   */
  public NoteText {
    if (!value.endsWith("\n")) {
      throw new IllegalArgumentException("the text of a note ends in a newline");
    }
    if (value.chars().anyMatch(NoteText::isForbidden)) {
      throw new IllegalArgumentException("the text of a note has no control characters");
    }
    if (!StrictText.isEncodable(value)) {
      throw new IllegalArgumentException("the text of a note is Unicode");
    }
  }

  /** Returns the bytes that are signed. */
  public byte[] bytes() {
    return value.getBytes(StandardCharsets.UTF_8);
  }

  /** Returns whether a note may not hold this character (C2SP signed-note: below U+0020). */
  static boolean isForbidden(int c) {
    return c < ' ' && c != '\n';
  }

  @Override
  public String toString() {
    return value;
  }
}
