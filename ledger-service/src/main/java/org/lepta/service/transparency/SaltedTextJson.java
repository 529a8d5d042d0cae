package org.lepta.service.transparency;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.lepta.service.kernel.Refusal;
import org.lepta.service.kernel.RefusalException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The stored and replicated form of a text: canonical JSON after RFC 8785, {@code
 * {"lang":"ru","salt":"<base64url without padding>","text":"…"}}, without {@code lang} where no
 * language was stated.
 */
public final class SaltedTextJson {

  /** The code of the refusal of bytes that {@link #write} does not write. */
  public static final String MALFORMED = "text-malformed";

  /** What {@link #write} writes has at most so many bytes. */
  public static final int MAX_BYTES = TextRecord.MAX_BODY_BYTES;

  private SaltedTextJson() {}

  /** Returns the one form of the text, in UTF-8. */
  public static byte[] write(SaltedText text) {
    StringBuilder json = new StringBuilder(text.text().length() + 96).append('{');
    if (text.language() != null) {
      json.append("\"lang\":\"").append(text.language()).append("\",");
    }
    String salt = Base64.getUrlEncoder().withoutPadding().encodeToString(text.salt());
    json.append("\"salt\":\"").append(salt).append("\",\"text\":");
    appendString(json, text.text());
    return json.append('}').toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads what {@link #write} wrote and nothing else.
   *
   * @throws RefusalException with {@link #MALFORMED} for any other bytes, or as {@link
   *     SaltedText#of}
   */
  public static SaltedText read(byte[] json) {
    SaltedText text;
    try {
      JsonNode node = JsonMapper.shared().readTree(json);
      text = SaltedText.of(salt(node), string(node, "text"), language(node));
    } catch (JacksonException | IllegalArgumentException e) {
      throw new RefusalException(new Refusal(MALFORMED, "The text's JSON cannot be read."), e);
    }
    if (!Arrays.equals(write(text), json)) {
      throw new Refusal(MALFORMED, "The text's JSON is not canonical.").exception();
    }
    return text;
  }

  private static byte[] salt(JsonNode node) {
    return Base64.getUrlDecoder().decode(string(node, "salt"));
  }

  private static @Nullable String language(JsonNode node) {
    return node.has("lang") ? string(node, "lang") : null;
  }

  private static String string(JsonNode node, String field) {
    JsonNode value = node.get(field);
    if (value == null || !value.isString()) {
      throw new IllegalArgumentException("the member " + field + " must be a string");
    }
    return value.stringValue();
  }

  private static void appendString(StringBuilder json, String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> json.append('\\').append(c);
        case '\b' -> json.append("\\b");
        case '\t' -> json.append("\\t");
        case '\n' -> json.append("\\n");
        case '\f' -> json.append("\\f");
        case '\r' -> json.append("\\r");
        default -> {
          if (c < 0x20) {
            json.append(c < 0x10 ? "\\u000" : "\\u00").append(Integer.toHexString(c));
          } else {
            json.append(c);
          }
        }
      }
    }
    json.append('"');
  }
}
