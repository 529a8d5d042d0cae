package org.lepta.ledger.codec;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A list; an empty one is left out. */
record ListForm(ValueForm item) implements ValueForm {

  @Override
  public Object read(JsonNode node) {
    if (!(node instanceof ArrayNode array)) {
      throw new CodecException("", "a list is expected");
    }
    if (array.isEmpty()) {
      throw new CodecException("", "empty values are left out");
    }
    List<Object> items = new ArrayList<>(array.size());
    for (JsonNode element : array) {
      items.add(item.read(element));
    }
    return items;
  }

  @Override
  public Object read(CanonicalReader in) {
    List<Object> items = new ArrayList<>();
    in.open('[');
    do {
      items.add(item.read(in));
    } while (in.takes(','));
    in.close(']');
    return items;
  }

  @Override
  public JsonNode write(Object value) {
    List<?> items = (List<?>) value;
    ArrayNode array = new ArrayNode(JsonNodeFactory.instance, items.size());
    for (Object element : items) {
      array.add(item.write(element));
    }
    return array;
  }

  @Override
  public boolean isEmpty(Object value) {
    return ((List<?>) value).isEmpty();
  }
}
