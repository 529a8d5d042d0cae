package org.lepta.ledger.codec;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON in the canonical form of RFC 8785, narrowed to what the ledger needs: objects, arrays,
 * strings without control characters, {@code true}, {@code false} and integers of at most 15
 * digits. No null, no fractions, keys in ASCII. Stateless and thread-safe.
 */
public final class CanonicalJson {

  /** Objects and arrays inside each other, at most. */
  public static final int MAX_DEPTH = 16;

  /** The largest integer; its negative is the least. */
  public static final long MAX_INTEGER = 999_999_999_999_999L;

  /** Characters of one string, at most. */
  static final int MAX_TEXT = 65_536;

  /** Far above what one transaction can carry. */
  private static final int MAX_BYTES = 16 << 20;

  private static final JsonMapper READER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxNumberLength(16)
                          .maxNameLength(64)
                          .maxStringLength(MAX_TEXT)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();

  private CanonicalJson() {}

  /**
   * Reads strict JSON in UTF-8: no byte order mark, no duplicate keys, nothing after the value,
   * bounded depth and lengths. The bytes need not be canonical.
   *
   * @throws CodecException if they are not strict JSON
   */
  public static JsonNode parse(byte[] json) {
    String text = utf8(json);
    try {
      JsonNode node = READER.readTree(text);
      if (node.isMissingNode()) {
        throw new CodecException("", "empty document");
      }
      return node;
    } catch (JacksonException e) {
      throw new CodecException("", "not JSON: " + where(e), e);
    }
  }

  /** The parser would guess other encodings, and take halves of surrogate pairs for characters. */
  private static String utf8(byte[] json) {
    if (json.length > MAX_BYTES) {
      throw new CodecException("", "document of " + json.length + " bytes");
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
      if (text.startsWith("\ufeff")) {
        throw new CodecException("", "byte order mark");
      }
      return text;
    } catch (CharacterCodingException e) {
      throw new CodecException("", "not UTF-8", e);
    }
  }

  private static String where(JacksonException e) {
    return e.getLocation() == null
        ? "unreadable"
        : "line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr();
  }

  /**
   * The canonical bytes of a tree.
   *
   * @throws CodecException if it holds what canonical JSON here cannot say
   */
  public static byte[] write(JsonNode node) {
    StringBuilder out = new StringBuilder(512);
    write(node, out, 0);
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The canonical bytes of an object with a list whose items are canonical bytes already, so that
   * they are not written again.
   *
   * @param list name of the list; in key order it comes before all other fields
   * @param items the items' canonical bytes, which are not looked at
   * @param others the other fields, at least one
   */
  public static byte[] write(String list, List<byte[]> items, ObjectNode others) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 12);
    out.writeBytes(("{\"" + list + "\":[").getBytes(StandardCharsets.US_ASCII));
    for (int i = 0; i < items.size(); i++) {
      if (i > 0) {
        out.write(',');
      }
      out.writeBytes(items.get(i));
    }
    byte[] rest = write(others);
    rest[0] = ',';
    out.write(']');
    out.writeBytes(rest);
    return out.toByteArray();
  }

  private static void write(JsonNode node, StringBuilder out, int depth) {
    if (depth > MAX_DEPTH) {
      throw new CodecException("", "too deep");
    }
    switch (node.getNodeType()) {
      case OBJECT -> writeObject(node, out, depth);
      case ARRAY -> writeArray(node, out, depth);
      case STRING -> writeString(node.stringValue(), out);
      case BOOLEAN -> out.append(node.booleanValue());
      case NUMBER -> writeInteger(node, out);
      default -> throw new CodecException("", "a " + node.getNodeType() + " has no canonical form");
    }
  }

  private static void writeObject(JsonNode node, StringBuilder out, int depth) {
    List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(node.properties());
    // Keys are ASCII, so UTF-16 order, which RFC 8785 asks for, is byte order.
    fields.sort(Map.Entry.comparingByKey());
    char separator = '{';
    for (Map.Entry<String, JsonNode> field : fields) {
      out.append(separator);
      separator = ',';
      requireKey(field.getKey());
      writeString(field.getKey(), out);
      out.append(':');
      write(field.getValue(), out, depth + 1);
    }
    out.append(fields.isEmpty() ? "{}" : "}");
  }

  private static void requireKey(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) <= 0x20 || name.charAt(i) >= 0x7f) {
        throw new CodecException("", "a key is not ASCII");
      }
    }
  }

  private static void writeArray(JsonNode node, StringBuilder out, int depth) {
    out.append('[');
    for (int i = 0; i < node.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      write(node.get(i), out, depth + 1);
    }
    out.append(']');
  }

  private static void writeInteger(JsonNode node, StringBuilder out) {
    if (!node.isIntegralNumber() || !node.canConvertToLong()) {
      throw new CodecException("", "a number is not an integer of at most 15 digits");
    }
    long value = node.longValue();
    if (value > MAX_INTEGER || value < -MAX_INTEGER) {
      throw new CodecException("", "a number is not an integer of at most 15 digits");
    }
    out.append(value);
  }

  private static void writeString(String text, StringBuilder out) {
    boolean plain = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      requireSound(text, i, c);
      plain &= c != '"' && c != '\\';
    }
    out.append('"');
    out.append(plain ? text : text.replace("\\", "\\\\").replace("\"", "\\\""));
    out.append('"');
  }

  /**
   * Requires a text that canonical JSON here can say.
   *
   * @throws CodecException if it holds a control character or half a surrogate pair
   */
  static void requireText(String text) {
    for (int i = 0; i < text.length(); i++) {
      requireSound(text, i, text.charAt(i));
    }
  }

  private static void requireSound(String text, int i, char c) {
    if (c < 0x20 || (Character.isSurrogate(c) && isLoneSurrogate(text, i))) {
      throw new CodecException("", "a text holds a control character or half a surrogate pair");
    }
  }

  private static boolean isLoneSurrogate(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
  }
}
