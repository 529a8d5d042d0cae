package org.lepta.ledger.codec;

import java.util.List;
import org.lepta.ledger.entry.Body;
import org.lepta.ledger.entry.Correction;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Entries as canonical JSON: one flat object with {@code kind}, the header's and the body's fields
 * (docs/reference/leaf-format). Stateless and thread-safe.
 */
public final class EntryCodec {

  private static final JsonMapper MAPPER = RecordMapping.newMapper();

  private static final List<String> HEADER_FIELDS =
      List.of(
          "id",
          "statedBy",
          "happenedOn",
          "decidedOn",
          "bookedOn",
          "actor",
          "source",
          "texts",
          "evidence");

  private EntryCodec() {}

  /** The canonical bytes. */
  public static byte[] encode(Entry entry) {
    return CanonicalJson.write(toTree(entry));
  }

  /** The fields of an entry as a tree; the caller owns it. */
  public static ObjectNode toTree(Entry entry) {
    ObjectNode tree = bodyTree(entry.body());
    tree.setAll((ObjectNode) MAPPER.valueToTree(entry.header()));
    return tree;
  }

  /** The fields of a body with its {@code kind}. */
  public static ObjectNode bodyTree(Body body) {
    ObjectNode tree = MAPPER.valueToTree(body);
    tree.put("kind", Kind.of(body).label());
    if (body instanceof Correction correction) {
      tree.set("reverses", bodyTree(correction.reverses()));
    }
    return tree;
  }

  /**
   * Reads canonical bytes.
   *
   * @throws CodecException if they are not exactly what {@link #encode} makes of an entry
   */
  public static Entry decode(byte[] bytes) {
    return fromTree(CanonicalJson.parse(bytes));
  }

  /**
   * Reads an entry from a tree that came from JSON; key order does not matter here, all else does.
   *
   * @throws CodecException naming the first field that is unknown, missing, of a wrong type or not
   *     in its one spelling
   */
  public static Entry fromTree(JsonNode tree) {
    if (!(tree instanceof ObjectNode object)) {
      throw new CodecException("", "an entry is an object");
    }
    JsonNode label = object.get("kind");
    if (label == null || !label.isString() || Kind.ofLabel(label.asString()).isEmpty()) {
      throw new CodecException("kind", "unknown kind");
    }
    ObjectNode head = MAPPER.createObjectNode();
    ObjectNode rest = MAPPER.createObjectNode();
    for (var field : object.properties()) {
      (HEADER_FIELDS.contains(field.getKey()) ? head : rest).set(field.getKey(), field.getValue());
    }
    Entry entry = new Entry(read(head, Header.class), read(rest, Body.class));
    RequiredFields.check("", entry.header());
    RequiredFields.check("", (Record) entry.body());
    requireSame("", object, toTree(entry));
    return entry;
  }

  private static <T> T read(ObjectNode tree, Class<T> type) {
    try {
      return MAPPER.treeToValue(tree, type);
    } catch (UnrecognizedPropertyException e) {
      throw new CodecException(path(e), "unknown field", e);
    } catch (JacksonException e) {
      throw new CodecException(path(e), e.getOriginalMessage(), e);
    }
  }

  private static String path(JacksonException e) {
    StringBuilder path = new StringBuilder();
    for (JacksonException.Reference step : e.getPath()) {
      if (step.getPropertyName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
      }
    }
    return path.toString();
  }

  /** Refuses what was read leniently: another spelling, a null, an empty list. */
  private static void requireSame(String path, JsonNode given, JsonNode encoded) {
    for (var field : given.properties()) {
      JsonNode own = encoded.get(field.getKey());
      String name = path + field.getKey();
      if (own == null) {
        throw new CodecException(name, "empty values are left out");
      }
      if (field.getValue().isObject() && own.isObject()) {
        requireSame(name + '.', field.getValue(), own);
      } else if (!field.getValue().toString().equals(own.toString())) {
        throw new CodecException(name, "not in its canonical spelling");
      }
    }
    if (given.size() != encoded.size()) {
      throw new CodecException(path, "a field is missing");
    }
  }
}
