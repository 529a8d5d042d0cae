package org.lepta.ui.card;

import java.util.ArrayList;
import java.util.List;

/** Breaks a text into lines of a width. */
final class TextBlock {

  /** Far more than fits on any line here; what is behind is never measured. */
  private static final int MOST_LETTERS = 240;

  private static final String CUT = "…";

  private final Face face;
  private final double size;
  private final double width;

  TextBlock(Face face, double size, double width) {
    this.face = face;
    this.size = size;
    this.width = width;
  }

  /** The first lines of a drawable text; the last ends with an ellipsis where the text goes on. */
  List<String> lines(String text, int most) {
    List<String> lines = new ArrayList<>();
    String rest = bounded(text);
    while (!rest.isEmpty() && lines.size() < most) {
      String line = lines.size() == most - 1 ? last(rest) : begin(rest);
      lines.add(line);
      rest = line.endsWith(CUT) ? "" : rest.substring(line.length()).strip();
    }
    return lines;
  }

  private static String bounded(String text) {
    return text.codePointCount(0, text.length()) <= MOST_LETTERS
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MOST_LETTERS));
  }

  private boolean fits(String text) {
    return face.width(text, size) <= width;
  }

  /** As many words as fit, or of a single long one as many letters. */
  private String begin(String text) {
    if (fits(text)) {
      return text;
    }
    String letters = letters(text, "");
    int space =
        text.startsWith(" ", letters.length()) ? letters.length() : letters.lastIndexOf(' ');
    return space > 0 ? text.substring(0, space) : letters;
  }

  private String last(String text) {
    return fits(text) ? text : letters(text, CUT).strip() + CUT;
  }

  private String letters(String text, String after) {
    int end = text.offsetByCodePoints(0, 1);
    while (end < text.length()
        && fits(text.substring(0, text.offsetByCodePoints(end, 1)) + after)) {
      end = text.offsetByCodePoints(end, 1);
    }
    return text.substring(0, end);
  }
}
