package org.lepta.service.indexing;

import org.lepta.ledger.codec.CanonicalJson;
import tools.jackson.databind.JsonNode;

/**
 * Under whose number an entry stands: the organisation's numbering of its batches, or of its lane.
 */
record Origin(String organisation, String through, long number) {

  static Origin of(RecordedTransaction transaction) {
    return new Origin(
        transaction.packed().organisation(),
        transaction.through().word(),
        transaction.packed().number());
  }

  /** Reads it from the bytes of a leaf, of whatever version. */
  static Origin ofLeaf(byte[] leaf) {
    JsonNode tree = CanonicalJson.parse(leaf);
    return new Origin(
        tree.path("recordedBy").stringValue(),
        tree.path("through").stringValue(),
        tree.path("orgSeq").longValue());
  }
}
