package org.lepta.service.indexing.read;

import java.util.List;

/**
 * What a search found before the other filters are tested.
 *
 * @param leaves of the entries whose ids begin so
 * @param organisations whose names hold the words
 */
record Matches(List<Long> leaves, List<String> organisations) {

  /** Of a query that searches for nothing. */
  static final Matches NONE = new Matches(List.of(), List.of());

  Matches {
    leaves = List.copyOf(leaves);
    organisations = List.copyOf(organisations);
  }
}
