package org.lepta.ledger.codec;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Plain records as canonical JSON: state values, requests, results and leaves. Stateless and
 * thread-safe.
 */
public final class RecordCodec {

  private RecordCodec() {}

  /** The canonical bytes. */
  public static byte[] encode(Record value) {
    return CanonicalJson.write(toTree(value));
  }

  /** The fields as a tree; the caller owns it. */
  public static ObjectNode toTree(Record value) {
    ObjectNode tree = newTree();
    RecordShape.of(value.getClass()).write(value, tree);
    return tree;
  }

  /** A new empty object. */
  public static ObjectNode newTree() {
    return new ObjectNode(JsonNodeFactory.instance);
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
    return type.cast(RecordShape.of(type).readWhole(tree));
  }
}
