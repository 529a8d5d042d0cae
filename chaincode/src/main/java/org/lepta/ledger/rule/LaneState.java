package org.lepta.ledger.rule;

/**
 * How far an organisation's lane came.
 *
 * @param number of its newest lane transaction, from 1; 0 before the first
 * @param sealedUpTo number of the newest batch whose sums are in the balances; 0 before the first
 */
public record LaneState(long number, long sealedUpTo) {

  static LaneState start() {
    return new LaneState(0, 0);
  }
}
