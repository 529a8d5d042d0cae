package org.lepta.service.exchange.internal;

import org.jspecify.annotations.Nullable;
import org.lepta.service.exchange.FileRefusal;
import org.lepta.service.exchange.RefusedFileException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/**
 * Walks a JSON file token by token: strict JSON, no key twice, bounded depth and lengths, numbers
 * as they are written. Every fault is a {@link RefusedFileException} with its line. Not
 * thread-safe.
 */
final class JsonCursor implements AutoCloseable {

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Limits.DEPTH + 1)
                  .maxNumberLength(1_000)
                  .maxNameLength(10_000)
                  .maxStringLength(1 << 20)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  private final BoundedStream in;
  private final JsonParser parser;
  private int depth;
  private int steps;
  private int chars;

  JsonCursor(BoundedStream in) {
    this.in = in;
    this.parser = FACTORY.createParser(ObjectReadContext.empty(), in);
  }

  /** A new record begins: what it may hold is counted from here. */
  void beginRecord() {
    steps = 0;
    chars = 0;
  }

  /** Goes to the next token; null at the end of the file. */
  @Nullable JsonToken next() {
    JsonToken token;
    try {
      token = parser.nextToken();
    } catch (JacksonException e) {
      throw refused(e);
    }
    in.step();
    if (++steps > Limits.RECORD_STEPS) {
      throw fault(FileRefusal.FILE_TOO_LARGE, "a record holds too many values");
    }
    if (token != null && token.isStructStart() && ++depth > Limits.DEPTH) {
      throw fault(FileRefusal.FILE_TOO_DEEP, "values are nested too deep");
    }
    if (token != null && token.isStructEnd()) {
      depth--;
    }
    return token;
  }

  /** The token that was read last. */
  @Nullable JsonToken token() {
    return parser.currentToken();
  }

  /** The key that was read last. */
  String key() {
    return String.valueOf(parser.currentName());
  }

  /** The current string, number or truth value as written, without outer blanks. */
  String literal() {
    try {
      String text = parser.getString().strip();
      chars += text.length();
      if (chars > Limits.RECORD_CHARS) {
        throw fault(FileRefusal.FILE_TOO_LARGE, "a record holds too much text");
      }
      return text;
    } catch (JacksonException e) {
      throw refused(e);
    }
  }

  /** Leaves the current value without looking at it; every token of it is checked all the same. */
  void skip() {
    JsonToken token = parser.currentToken();
    if (token == null || !token.isStructStart()) {
      return;
    }
    int outside = depth - 1;
    while (depth > outside) {
      next();
    }
  }

  RefusedFileException fault(FileRefusal code, String what) {
    return new RefusedFileException(code, what + place(parser.currentTokenLocation()));
  }

  private RefusedFileException refused(JacksonException e) {
    TokenStreamLocation at = e.getLocation();
    String where = place(at == null ? parser.currentLocation() : at);
    String said = String.valueOf(e.getOriginalMessage());
    if (e instanceof UnexpectedEndOfInputException || said.contains("end-of-input")) {
      return new RefusedFileException(
          FileRefusal.FILE_TRUNCATED, "the file ends in the middle" + where, e);
    }
    if (e instanceof StreamConstraintsException) {
      return said.contains("nesting depth")
          ? new RefusedFileException(
              FileRefusal.FILE_TOO_DEEP, "values are nested too deep" + where, e)
          : new RefusedFileException(
              FileRefusal.FILE_TOO_LARGE, "a number, key or text is too long" + where, e);
    }
    if (said.contains("UTF-8")) {
      return new RefusedFileException(
          FileRefusal.FILE_ENCODING, "bytes that are no UTF-8" + where, e);
    }
    String what = said.contains("uplicate") ? "a key stands twice" : "it is not well-formed JSON";
    return new RefusedFileException(FileRefusal.FILE_MALFORMED, what + where, e);
  }

  private static String place(@Nullable TokenStreamLocation at) {
    return at == null || at.getLineNr() < 0
        ? ""
        : ", line " + at.getLineNr() + ", column " + at.getColumnNr();
  }

  @Override
  public void close() {
    parser.close();
  }
}
