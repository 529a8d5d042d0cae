package org.lepta.ui.card;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * A face of the packed font, as outlines of its letters. Thread-safe.
 *
 * <p>Letters stand one after the other, from left to right, without kerning: enough for Latin and
 * Cyrillic. What the face has no letter for is left out.
 */
final class Face {

  private final TrueTypeFont font;
  private final CmapLookup letters;
  private final double unitsPerEm;
  private final Map<Integer, Letter> known = new ConcurrentHashMap<>();

  /** An outline with its foot on the line, and how far the next letter is; in units of the font. */
  private record Letter(GeneralPath outline, double advance) {}

  private Face(TrueTypeFont font) throws IOException {
    this.font = font;
    this.letters = font.getUnicodeCmapLookup();
    this.unitsPerEm = font.getUnitsPerEm();
  }

  /** Reads a face that is packed beside this class. */
  static Face read(String file) {
    try (InputStream in = Face.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("a font is missing: " + file);
      }
      return new Face(new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes())));
    } catch (IOException e) {
      throw new UncheckedIOException("a font cannot be read: " + file, e);
    }
  }

  /** Whether every letter is there. */
  boolean has(String text) {
    return text.codePoints().allMatch(this::has);
  }

  private boolean has(int letter) {
    return letters.getGlyphId(letter) != 0;
  }

  /** What can be drawn of a text: its letters that are there, with single spaces between words. */
  String drawable(String text) {
    StringBuilder drawable = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFC)
        .codePoints()
        .map(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : c)
        .filter(c -> has(c) && Character.getType(c) != Character.FORMAT)
        .forEach(drawable::appendCodePoint);
    return drawable.toString().strip().replaceAll(" +", " ");
  }

  /** The width of a text in pixels. */
  double width(String text, double size) {
    return text.codePoints().mapToDouble(c -> letter(c).advance()).sum() * size / unitsPerEm;
  }

  /**
   * The outline of a text that begins at this place.
   *
   * @param y of the line that its letters stand on
   * @param size of the letters in pixels
   */
  Shape outline(String text, double x, double y, double size) {
    double scale = size / unitsPerEm;
    Path2D.Double outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
    double at = x;
    for (int c : text.codePoints().toArray()) {
      Letter letter = letter(c);
      outline.append(
          letter.outline().getPathIterator(new AffineTransform(scale, 0, 0, -scale, at, y)), false);
      at += letter.advance() * scale;
    }
    return outline;
  }

  private Letter letter(int c) {
    return known.computeIfAbsent(letters.getGlyphId(c), this::load);
  }

  /** The reader of the font's file has one place in it for all. */
  private Letter load(int glyph) {
    synchronized (font) {
      try {
        var found = font.getGlyph().getGlyph(glyph);
        GeneralPath outline = found == null ? new GeneralPath() : found.getPath();
        return new Letter(outline, font.getAdvanceWidth(glyph));
      } catch (IOException e) {
        throw new UncheckedIOException("a letter cannot be read", e);
      }
    }
  }
}
