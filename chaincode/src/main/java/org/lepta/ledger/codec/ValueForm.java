package org.lepta.ledger.codec;

import tools.jackson.databind.JsonNode;

/** How one type of value stands in JSON; there is exactly one spelling for each value. */
interface ValueForm {

  /**
   * Reads a value.
   *
   * @throws CodecException if the node is of another type or in another spelling
   */
  Object read(JsonNode node);

  /**
   * Reads a value in its one spelling.
   *
   * @throws CodecException if the next bytes are not that
   */
  Object read(CanonicalReader in);

  /** The one spelling of a value. */
  JsonNode write(Object value);

  /** Whether the value is left out, as if it were absent. */
  default boolean isEmpty(Object value) {
    return false;
  }
}
