package org.lepta.service.indexing.read;

import java.util.List;

/**
 * What a search found before the other filters are tested.
 *
 * @param leaves of the entries whose ids begin so, and of the grants that are titled so
 * @param organisations whose names hold the words
 */
record Found(List<Long> leaves, List<String> organisations) {

  /** Of a query that searches for nothing. */
  static final Found NONE = new Found(List.of(), List.of());

  Found {
    leaves = List.copyOf(leaves);
    organisations = List.copyOf(organisations);
  }
}
