package org.lepta.ledger.codec;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Plain records as canonical JSON: state values, requests, results and leaves. Stateless and
 * thread-safe.
 */
public final class RecordCodec {

  private static final JsonMapper MAPPER = RecordMapping.newMapper();

  private RecordCodec() {}

  /** The canonical bytes. */
  public static byte[] encode(Record value) {
    return CanonicalJson.write(toTree(value));
  }

  /** The fields as a tree; the caller owns it. */
  public static ObjectNode toTree(Record value) {
    return MAPPER.valueToTree(value);
  }

  /** A new empty object. */
  public static ObjectNode newTree() {
    return MAPPER.createObjectNode();
  }

  /**
   * Reads a record.
   *
   * @throws CodecException if the bytes are not strict JSON of that record
   */
  public static <T extends Record> T decode(byte[] bytes, Class<T> type) {
    return fromTree(CanonicalJson.parse(bytes), type);
  }

  /**
   * Reads a record from a tree.
   *
   * @throws CodecException naming the first field that is unknown, missing or of a wrong type
   */
  public static <T extends Record> T fromTree(JsonNode tree, Class<T> type) {
    try {
      T value = MAPPER.treeToValue(tree, type);
      if (value == null) {
        throw new CodecException("", "not an object");
      }
      RequiredFields.check("", value);
      return value;
    } catch (JacksonException e) {
      throw new CodecException("", String.valueOf(e.getOriginalMessage()), e);
    }
  }
}
