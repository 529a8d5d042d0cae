package org.lepta.service.trail;

import java.util.Collection;
import java.util.Map;

/**
 * How sure payments are (docs/reference/postings section 4). Filled by the module that knows
 * confirmations, bank statements and audits; payments it does not name are only stated.
 */
@FunctionalInterface
public interface EvidenceLadder {

  /** The first step: somebody says so. */
  String STATED = "stated";

  /** Knows of nothing beyond what is stated. */
  EvidenceLadder NOTHING_BUT_STATED = (payments, size) -> Map.of();

  /**
   * The steps of payments above {@link #STATED}, by leaf index.
   *
   * @param payments leaf indexes of payments
   * @param size what the log of that size knew
   */
  Map<Long, String> stepsOf(Collection<Long> payments, long size);
}
