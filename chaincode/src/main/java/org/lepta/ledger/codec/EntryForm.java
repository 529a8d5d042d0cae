package org.lepta.ledger.codec;

import org.lepta.ledger.entry.Entry;
import tools.jackson.databind.JsonNode;

/** An entry inside a leaf. */
record EntryForm() implements ValueForm {

  @Override
  public Object read(JsonNode node) {
    return EntryCodec.fromTree(node);
  }

  @Override
  public Object read(CanonicalReader in) {
    return EntryCodec.read(in);
  }

  @Override
  public JsonNode write(Object value) {
    return EntryCodec.toTree((Entry) value);
  }
}
