package org.lepta.ledger.codec;

import org.lepta.ledger.entry.Body;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of a flow with its {@code kind}, inside a correction. */
record FlowForm() implements ValueForm {

  @Override
  public Object read(JsonNode node) {
    ObjectNode object = RecordShape.requireObject(node);
    Kind kind = requireFlow(EntryCodec.kindOf(object));
    RecordShape shape = RecordShape.of(kind.type());
    RecordShape.Part body = shape.read(object);
    RecordShape.requireNothingElse(object, body.fields() + 1);
    return body.value();
  }

  @Override
  public Object read(CanonicalReader in) {
    Kind kind = requireFlow(EntryCodec.kindOf(in));
    return FlatShape.ofBody(kind).read(in).getFirst();
  }

  private static Kind requireFlow(Kind kind) {
    if (!Flow.class.isAssignableFrom(kind.type())) {
      throw new CodecException("kind", "only what posts to a fund can be corrected");
    }
    return kind;
  }

  @Override
  public JsonNode write(Object value) {
    return EntryCodec.bodyTree((Body) value);
  }
}
