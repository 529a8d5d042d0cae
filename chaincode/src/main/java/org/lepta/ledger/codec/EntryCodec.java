package org.lepta.ledger.codec;

import java.util.Arrays;
import java.util.List;
import org.lepta.ledger.entry.Body;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Entries as canonical JSON: one flat object with {@code kind}, the header's and the body's fields
 * (docs/reference/leaf-format). Stateless and thread-safe.
 */
public final class EntryCodec {

  static final String KIND = "kind";

  private static final RecordShape HEADER = RecordShape.of(Header.class);

  private EntryCodec() {}

  /** The canonical bytes. */
  public static byte[] encode(Entry entry) {
    return CanonicalJson.write(toTree(entry));
  }

  /** The fields of an entry as a tree; the caller owns it. */
  public static ObjectNode toTree(Entry entry) {
    ObjectNode tree = bodyTree(entry.body());
    HEADER.write(entry.header(), tree);
    return tree;
  }

  /** The fields of a body with its {@code kind}. */
  public static ObjectNode bodyTree(Body body) {
    ObjectNode tree = RecordCodec.newTree();
    tree.put(KIND, Kind.of(body).label());
    RecordShape.of(body.getClass()).write((Record) body, tree);
    return tree;
  }

  /**
   * Reads canonical bytes.
   *
   * @throws CodecException if they are not exactly what {@link #encode} makes of an entry
   */
  public static Entry decode(byte[] bytes) {
    JsonNode tree = CanonicalJson.parse(bytes);
    Entry entry = fromTree(tree);
    if (!Arrays.equals(CanonicalJson.write(tree), bytes)) {
      throw new CodecException("", "not in canonical form");
    }
    return entry;
  }

  /**
   * Reads an entry from a tree that came from JSON; key order does not matter here, all else does.
   *
   * @throws CodecException naming the first field that is unknown, missing, of a wrong type or not
   *     in its one spelling
   */
  public static Entry fromTree(JsonNode tree) {
    ObjectNode object = RecordShape.requireObject(tree);
    Kind kind = kindOf(object);
    RecordShape.Part header = HEADER.read(object);
    RecordShape.Part body = RecordShape.of(kind.type()).read(object);
    RecordShape.requireNothingElse(object, header.fields() + body.fields() + 1);
    return new Entry((Header) header.value(), (Body) body.value());
  }

  /** Reads an entry that is the next value. */
  static Entry read(CanonicalReader in) {
    List<Object> parts = FlatShape.ofEntry(kindOf(in)).read(in);
    return new Entry((Header) parts.getFirst(), (Body) parts.getLast());
  }

  static Kind kindOf(ObjectNode object) {
    if (!(object.get(KIND) instanceof StringNode label)) {
      throw new CodecException(KIND, "unknown kind");
    }
    return kindOf(label.stringValue());
  }

  /** The kind of the object that begins here. */
  static Kind kindOf(CanonicalReader in) {
    return kindOf(in.peekText(KIND));
  }

  private static Kind kindOf(String label) {
    return Kind.ofLabel(label).orElseThrow(() -> new CodecException(KIND, "unknown kind"));
  }
}
