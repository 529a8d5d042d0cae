package org.lepta.ledger.codec;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A record inside another. */
record RecordForm(RecordShape shape) implements ValueForm {

  @Override
  public Object read(JsonNode node) {
    return shape.readWhole(node);
  }

  @Override
  public Object read(CanonicalReader in) {
    return shape.read(in);
  }

  @Override
  public JsonNode write(Object value) {
    ObjectNode tree = RecordCodec.newTree();
    shape.write((Record) value, tree);
    return tree;
  }
}
